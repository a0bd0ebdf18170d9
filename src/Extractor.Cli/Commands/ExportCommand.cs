using System.CommandLine;
using Extractor.Publications.Exports;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor export</c>: a department or a comparison of departments for people who work in spreadsheets.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var departments = new Option<string[]>("--department")
        {
            Description = "Name as the cover prints it (documents.department_name); several are set side by side.",
            HelpName = "NAME",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var years = new Option<int[]>("--year")
        {
            Description = "Fiscal year; several may be given. Default: all.",
            HelpName = "YEAR",
        };
        var format = new Option<string>("--format")
        {
            Description = "xlsx: one workbook. csv: one file a sheet.",
            DefaultValueFactory = static _ => "xlsx",
        };
        format.AcceptOnlyFromAmong("xlsx", "csv");
        var output = new Option<string>("--out")
        {
            Description = "The workbook's file; for csv a folder, made where it is missing.",
            HelpName = "PATH",
            Required = true,
        };
        var mark = new Option<bool>("--bom")
        {
            Description =
            "Begin CSV files with a UTF-8 byte order mark, by which Excel knows the encoding."
        };
        var command = new Command("export", """
            Writes what was published of departments to a workbook or CSV files: cover, documents, general public expenditure,
            three public expenses, projects, findings, each figure with file, page, box and proof; of several documents also side
            by side by subject. Text that a spreadsheet would take for a formula is guarded. 将部门数据导出为表格。
            Exit codes: 0 written, 2 no such department or year or a wrong argument, 3 the publication cannot be read or the
            export cannot be written, 4 a fault of this program.
            """)
        {
            data, departments, years, format, output, mark,
        };
        departments.Validators.Add(static result =>
        {
            if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError("--department is empty; give a name as the cover prints it, as in documents.department_name.");
            }
        });
        command.SetAction(parsed =>
        {
            try
            {
                using var export = DepartmentExport.Open(parsed.GetRequiredValue(data), parsed.GetRequiredValue(departments),
                    parsed.GetValue(years) ?? []);
                var path = parsed.GetRequiredValue(output);
                if (parsed.GetValue(format) == "csv")
                {
                    WriteAll(export, new CsvFolder(path, parsed.GetValue(mark)));
                }
                else
                {
                    using var workbook = new XlsxWorkbook(path);
                    WriteAll(export, workbook);
                    workbook.Complete();
                }

                streams.Output.WriteLine(Path.GetFullPath(path));
                return (int)ExitCode.Complete;
            }
            catch (NothingToExportException error)
            {
                throw new WrongArgumentException(error.Message, error);
            }
        });
        return command;
    }

    private static void WriteAll(DepartmentExport export, IExportTarget target)
    {
        foreach (var sheet in export.Sheets())
        {
            target.Write(sheet);
        }
    }
}

using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Extracting.Tables.Captions;

/// <summary>Titles of tables that stand in the narrative.</summary>
internal static class TableTitles
{
    /// <summary>
    /// A table of amounts without a title of its own is called by the heading that it stands under, where that was printed just before it.
    /// </summary>
    public static ExtractedTable Under(ExtractedTable table, ImmutableArray<ExtractedSection> sections)
    {
        if (table.TitleAsPrinted is not null || table.UnitAsPrinted is null || table.ContextHeadings.IsEmpty)
        {
            return table;
        }

        var heading = table.ContextHeadings[^1];
        foreach (var section in sections)
        {
            if (section.HeadingAsPrinted == heading && section.PageFirst <= table.PageFirst && section.PageFirst >= table.PageFirst - 1)
            {
                return table with { TitleAsPrinted = heading };
            }
        }

        return table;
    }
}

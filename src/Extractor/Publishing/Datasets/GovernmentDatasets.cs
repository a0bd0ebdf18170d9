using Extractor.Publishing.Facts;

namespace Extractor.Publishing.Datasets;

/// <summary>Facts of whole governments.</summary>
internal static class GovernmentDatasets
{
    public static DocumentDataset Debt { get; } = new DatasetBuilder<Row<GovernmentDebtFact>>(
            "fact_government_debt",
            "政府债务：每个文件中每个地区、年度、一般或专项、限额或余额一行，附其出处；一个地区的数包含其下级，相加时只取同一层级的地区，限额与余额不可相加：用视图 government_debt",
            "Government debt: one row a document, place, year, general or special, limit or balance, with the line that prints it; " +
            "the figure of a place holds that of the places in it: add only places of one level, and never limits and balances: the view " +
                "government_debt has them in two columns")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .OptionalText("place_code", "地区的行政区划代码；名称不能确定代码的为空", "Division code of the place; NULL where its name tells none",
            static row => row.Item.PlaceCode)
        .OptionalText("place_name", "地区名称：分地区的行按所印，其余为文件的区划", "The place: as printed in tables by place, else the document's division",
            static row => row.Item.PlaceName)
        .OptionalCoded("government_level", "政府级次：whole 全域，own 本级（也指所印地区的本级），lower 下级；其他地区为空",
            "whole, own (of the place) or lower; NULL for another place of the table",
            static row => row.Item.Level)
        .Integer("amount_year", "年度（年末）", "Year, at whose end the debt stands", static row => row.Item.Year)
        .Text("category", "general 一般债务，special 专项债务，undivided 仅印合计", "general, special, or undivided where only both together are printed",
            static row => row.Item.Category)
            .Listed("debt_category")
        .Text("measure", "limit 限额，balance 余额", "limit or balance", static row => row.Item.Measure)
            .Listed("debt_measure")
        .Coded("phase", "阶段：budget 预算数，adjusted 调整预算数，execution 执行数，final_accounts 决算数", "budget, adjusted, execution or final_accounts",
            static row => row.Item.Phase)
        .Money("amount_yuan", "金额，单位为元", "Amount in yuan (元)", static row => row.Item.Yuan)
        .Text("line_id", "所出的数据", "The line that prints it", static row => row.Item.LineId).References("budget_lines")
        .Build(static document => document.Of(GovernmentDebtFacts.Of(document.Document)));
}

using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary>The form of a <see cref="StoredMeaning"/>.</summary>
internal static class MeaningForm
{
    public static void Write(ArtifactWriter writer, StoredMeaning meaning)
    {
        Identity(writer, meaning.Identity);
        writer.List(meaning.Tables, Table);
        writer.List(meaning.Sections, Section);
        writer.List(meaning.Lines, BudgetLineForm.Write);
        writer.List(meaning.Projects, Project);
        writer.List(meaning.Indicators, Indicator);
        writer.List(meaning.StatedFigures, StatedFigure);
        writer.List(meaning.Checks, Check);
        writer.List(meaning.Findings, ArtifactForms.Finding);
        writer.List(meaning.Ledger, Ledger);
        writer.Number((int)meaning.Status);
        writer.Text(meaning.StatusReason);
    }

    public static StoredMeaning Read(ArtifactReader reader) => new(
        Identity(reader),
        reader.List(Table),
        reader.List(Section),
        reader.List(BudgetLineForm.Read),
        reader.List(Project),
        reader.List(Indicator),
        reader.List(StatedFigure),
        reader.List(Check),
        reader.List(ArtifactForms.Finding),
        reader.List(Ledger),
        (DocumentStatus)reader.Int32(),
        reader.TextOrNull());

    private static void Identity(ArtifactWriter writer, DocumentIdentity identity)
    {
        writer.Number((int)identity.Kind);
        writer.NumberOrNull((int?)identity.Scope);
        writer.NumberOrNull(identity.FiscalYear);
        writer.Text(identity.Title);
        writer.Text(identity.DepartmentName);
        writer.Text(identity.DivisionCode);
        writer.Text(identity.DivisionName);
        writer.Number((int)identity.IssuerEvidence);
        writer.Number((int)identity.YearEvidence);
        writer.Number((int)identity.Outcome);
        writer.NumberOrNull((int?)identity.Level);
    }

    private static DocumentIdentity Identity(ArtifactReader reader) => new(
        (DocumentKind)reader.Int32(),
        (DocumentScope?)reader.Int32OrNull(),
        reader.Int32OrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        (IdentityEvidence)reader.Int32(),
        (IdentityEvidence)reader.Int32(),
        (IdentityOutcome)reader.Int32())
    {
        Level = (GovernmentLevel?)reader.Int32OrNull(),
    };

    private static void Table(ArtifactWriter writer, TableMeaning table)
    {
        writer.Number(table.TableOrdinal);
        writer.Number((int)table.Key);
        writer.Text(table.UnitAsPrinted);
        writer.Number((int)table.UnitEvidence);
        writer.List(table.RateColumns, static (target, column) => target.Number(column));
        writer.Number(table.ReadingsTried);
    }

    private static TableMeaning Table(ArtifactReader reader) => new(
        reader.Int32(),
        (TableKey)reader.Int32(),
        reader.TextOrNull(),
        (UnitEvidence)reader.Int32())
    {
        RateColumns = reader.List(static source => source.Int32()),
        ReadingsTried = reader.Int32(),
    };

    private static void Section(ArtifactWriter writer, SectionMeaning section)
    {
        writer.Number(section.SectionOrdinal);
        writer.Text(section.SectionKey);
    }

    private static SectionMeaning Section(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Text());

    private static void Project(ArtifactWriter writer, Project project)
    {
        writer.Text(project.ProjectName);
        writer.Number((int)project.Source);
        writer.AmountOrNull(project.AmountYuan);
        writer.AmountOrNull(project.PriorChangeYuan);
        writer.AmountOrNull(project.PriorChangePercent);
        writer.Text(project.Purpose);
        writer.Text(project.Reason);
        writer.Text(project.Goal);
        writer.AmountOrNull(project.ExecutedYuan);
        writer.AmountOrNull(project.ExecutionRate);
        writer.Number(project.PageNumber);
        writer.Box(project.Box);
        writer.Text(project.ProjectId);
        writer.AmountOrNull(project.WholePeriodYuan);
        writer.Number(project.TimesPrinted);
        writer.Flag(project.IsWholePeriod);
        writer.AmountOrNull(project.CarriedInYuan);
        writer.AmountOrNull(project.FiscalAppropriationYuan);
        writer.AmountOrNull(project.OtherFundsYuan);
        writer.Text(project.UnitName);
        writer.Text(project.LineId);
    }

    private static Project Project(ArtifactReader reader) => new(
        reader.Text(),
        (ProjectSource)reader.Int32(),
        reader.AmountOrNull(),
        reader.AmountOrNull(),
        reader.AmountOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.AmountOrNull(),
        reader.AmountOrNull(),
        reader.Int32(),
        reader.Box())
    {
        ProjectId = reader.Text(),
        WholePeriodYuan = reader.AmountOrNull(),
        TimesPrinted = reader.Int32(),
        IsWholePeriod = reader.Flag(),
        CarriedInYuan = reader.AmountOrNull(),
        FiscalAppropriationYuan = reader.AmountOrNull(),
        OtherFundsYuan = reader.AmountOrNull(),
        UnitName = reader.TextOrNull(),
        LineId = reader.TextOrNull(),
    };

    private static void Indicator(ArtifactWriter writer, PerformanceIndicator indicator)
    {
        writer.Number(indicator.TableOrdinal);
        writer.Text(indicator.ProjectName);
        writer.Text(indicator.Level1);
        writer.Text(indicator.Level2);
        writer.Text(indicator.Level3);
        writer.Text(indicator.TargetValue);
        writer.Text(indicator.ActualValue);
        writer.Number(indicator.PageNumber);
        writer.Box(indicator.Box);
        writer.Text(indicator.ProjectId);
        writer.Text(indicator.Level1AsPrinted);
        writer.Text(indicator.TargetOperator);
        writer.AmountOrNull(indicator.TargetNumber);
        writer.Text(indicator.TargetUnit);
        writer.Text(indicator.Unit);
        writer.Text(indicator.Weight);
        writer.Text(indicator.Score);
        writer.Text(indicator.DeviationReason);
    }

    private static PerformanceIndicator Indicator(ArtifactReader reader) => new(
        reader.Int32(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.Int32(),
        reader.Box())
    {
        ProjectId = reader.TextOrNull(),
        Level1AsPrinted = reader.TextOrNull(),
        TargetOperator = reader.TextOrNull(),
        TargetNumber = reader.AmountOrNull(),
        TargetUnit = reader.TextOrNull(),
        Unit = reader.TextOrNull(),
        Weight = reader.TextOrNull(),
        Score = reader.TextOrNull(),
        DeviationReason = reader.TextOrNull(),
    };

    private static void StatedFigure(ArtifactWriter writer, StatedFigure figure)
    {
        writer.Number(figure.SectionOrdinal);
        writer.Text(figure.FigureKey);
        writer.AmountOrNull(figure.AmountYuan);
        writer.AmountOrNull(figure.Quantity);
        writer.AmountOrNull(figure.Percent);
        writer.Text(figure.Sentence);
        writer.Number(figure.PageNumber);
        writer.Box(figure.Box);
        writer.Text(figure.UnitAsPrinted);
        writer.Number((int)figure.Period);
        writer.Text(figure.Reason);
        writer.Text(figure.LabelAsPrinted);
        writer.Text(figure.SubjectCode);
        writer.Text(figure.LineId);
    }

    private static StatedFigure StatedFigure(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Text(),
        reader.AmountOrNull(),
        reader.AmountOrNull(),
        reader.AmountOrNull(),
        reader.Text(),
        reader.Int32(),
        reader.Box())
    {
        UnitAsPrinted = reader.TextOrNull(),
        Period = (Period)reader.Int32(),
        Reason = reader.TextOrNull(),
        LabelAsPrinted = reader.TextOrNull(),
        SubjectCode = reader.TextOrNull(),
        LineId = reader.TextOrNull(),
    };

    private static void Check(ArtifactWriter writer, Check check)
    {
        writer.Text(check.CheckId);
        writer.Text(check.Rule);
        writer.Amount(check.ExpectedYuan);
        writer.Amount(check.ActualYuan);
        writer.Amount(check.ToleranceYuan);
        writer.Number((int)check.Outcome);
        writer.Texts(check.MemberLineIds);
        writer.Text(check.Reason);
    }

    private static Check Check(ArtifactReader reader) => new(
        reader.Text(),
        reader.Text(),
        reader.Amount(),
        reader.Amount(),
        reader.Amount(),
        (CheckOutcome)reader.Int32(),
        reader.Texts(),
        reader.TextOrNull());

    private static void Ledger(ArtifactWriter writer, PageLedger page)
    {
        writer.Number(page.PageNumber);
        Amounts(writer, page.Amounts);
        Characters(writer, page.Characters);
        writer.NumberOrNull((int?)page.AmountsCause);
        writer.NumberOrNull((int?)page.CharactersCause);
    }

    private static PageLedger Ledger(ArtifactReader reader) => new(
        reader.Int32(),
        Amounts(reader),
        Characters(reader),
        (LedgerCause?)reader.Int32OrNull(),
        (LedgerCause?)reader.Int32OrNull());

    private static void Amounts(ArtifactWriter writer, AmountLedger amounts)
    {
        writer.Number(amounts.AmountsPrinted);
        writer.Number(amounts.InLines);
        writer.Number(amounts.InProjects);
        writer.Number(amounts.InIndicators);
        writer.Number(amounts.InStatedFigures);
        writer.Number(amounts.InCellsOnly);
        writer.Number(amounts.InTextOnly);
        writer.Number(amounts.InKnownTablesOnly);
        writer.Number(amounts.AsLabels);
        writer.Number(amounts.Lost);
    }

    private static AmountLedger Amounts(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32());

    private static void Characters(ArtifactWriter writer, CharacterLedger characters)
    {
        writer.Number(characters.CharactersPrinted);
        writer.Number(characters.InSections);
        writer.Number(characters.InTables);
        writer.Number(characters.Running);
        writer.Number(characters.Lost);
    }

    private static CharacterLedger Characters(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32());
}

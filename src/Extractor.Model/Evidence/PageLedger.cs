namespace Extractor.Model.Evidence;

/// <summary>
/// What became of everything printed on a page: a row of <c>page_ledger</c>. Each printed amount and each printed character is
/// booked to exactly one place, by what is published.
/// </summary>
/// <param name="AmountsPrinted">Numbers with a decimal point or thousands separators, and whole numbers in amount columns of
/// tables.</param>
/// <param name="InCellsOnly">Kept as printed, in a cell or in the text of a section, without a meaning.</param>
/// <param name="InTextOnly">Of <paramref name="InCellsOnly"/>: those in sentences: text of sections, notes of tables, cells of
/// words.</param>
/// <param name="InKnownTablesOnly">Of <paramref name="InCellsOnly"/>: those in cells of a table whose kind is known.</param>
/// <param name="AsLabels">Column numbers, codes, dates, page numbers, running lines.</param>
/// <param name="Lost">In no published row.</param>
public sealed record AmountLedger(
    int AmountsPrinted,
    int InLines,
    int InProjects,
    int InIndicators,
    int InStatedFigures,
    int InCellsOnly,
    int InTextOnly,
    int InKnownTablesOnly,
    int AsLabels,
    int Lost)
{
    /// <summary>Amounts with a meaning.</summary>
    public int Taken => InLines + InProjects + InIndicators + InStatedFigures;

    public bool Balances => AmountsPrinted == Taken + InCellsOnly + AsLabels + Lost
        && InTextOnly + InKnownTablesOnly <= InCellsOnly && InTextOnly >= 0 && InKnownTablesOnly >= 0;
}

/// <summary>The same of characters; white space and watermarks are none.</summary>
/// <param name="InTables">Captions, notes and cells.</param>
/// <param name="Running">Page numbers, running heads, headers that a continuation page repeats, contents.</param>
/// <param name="Lost">In no published row.</param>
public sealed record CharacterLedger(int CharactersPrinted, int InSections, int InTables, int Running, int Lost)
{
    public bool Balances => CharactersPrinted == InSections + InTables + Running + Lost && Lost >= 0;
}

/// <summary>Both ledgers of one page.</summary>
/// <param name="AmountsCause">Why most of the amounts without a meaning, or lost, have none; null where all have one.</param>
/// <param name="CharactersCause">Why most of the lost characters are lost; null where none is.</param>
public sealed record PageLedger(
    int PageNumber,
    AmountLedger Amounts,
    CharacterLedger Characters,
    LedgerCause? AmountsCause,
    LedgerCause? CharactersCause)
{
    public bool Balances => Amounts.Balances && Characters.Balances;

    /// <summary>The page where nothing that was derived from it is published: what had a meaning is only kept as printed.</summary>
    public PageLedger WithoutMeanings() => this with
    {
        Amounts = Amounts with
        {
            InLines = 0,
            InProjects = 0,
            InIndicators = 0,
            InStatedFigures = 0,
            InCellsOnly = Amounts.InCellsOnly + Amounts.Taken,
        },
        AmountsCause = Amounts.Taken > 0 ? LedgerCause.DocumentNotRead : AmountsCause,
    };

    /// <summary>The page where nothing at all is published of it.</summary>
    public PageLedger WithoutAnything() => new(
        PageNumber,
        new AmountLedger(Amounts.AmountsPrinted, 0, 0, 0, 0, 0, 0, 0, Amounts.AsLabels, Amounts.AmountsPrinted - Amounts.AsLabels),
        new CharacterLedger(Characters.CharactersPrinted, 0, 0, Characters.Running, Characters.CharactersPrinted - Characters.Running),
        LedgerCause.DocumentNotRead,
        LedgerCause.DocumentNotRead);
}

/// <summary>Why something printed has no meaning, or is in no published row.</summary>
public enum LedgerCause
{
    /// <summary>In the text of a section: no rule says what the sentence states.</summary>
    SentenceNotRead,

    /// <summary>In a note of a table.</summary>
    TableNote,

    /// <summary>In rows and columns of which no table was made.</summary>
    TableNotFound,

    /// <summary>In a table whose kind is not known.</summary>
    UnknownTable,

    /// <summary>In a table of a known kind whose unit is neither printed nor told by anything else.</summary>
    UnknownUnit,

    /// <summary>In a table of a known kind that yielded nothing at all.</summary>
    TableNotRead,

    /// <summary>In a row of a table of a known kind that yielded nothing.</summary>
    RowNotRead,

    /// <summary>In a row that was read, in a column whose heading is not known.</summary>
    ColumnNotRead,

    /// <summary>In a form of performance, in a field that is neither project nor indicator.</summary>
    FormFieldNotRead,

    /// <summary>In a document of which no figures are read: no budget, or one of elsewhere.</summary>
    DocumentNotRead,

    /// <summary>In text before the first section.</summary>
    BeforeSections,

    /// <summary>In text beside tables.</summary>
    BesideTables,

    /// <summary>In other text outside sections.</summary>
    OutsideSections,

    /// <summary>In no line of the page and in no cell.</summary>
    OutsideLines,
}

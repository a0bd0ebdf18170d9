namespace Extractor.Extracting.Tables.Captions;

/// <summary>What the segments of one line over a grid are: unit, department, number, date and title may share it.</summary>
internal struct LineParts
{
    public string? Unit { get; private set; }

    public string? Department { get; private set; }

    public string? Number { get; private set; }

    public string? Title { get; private set; }

    /// <summary>续表.</summary>
    public bool IsMark { get; private set; }

    public bool IsDate { get; private set; }

    /// <summary>There is nothing on it but a date and a title, if any.</summary>
    public readonly bool HasTitleAtMost => Unit is null && Department is null && Number is null && !IsMark;

    /// <param name="text">One segment without white space.</param>
    public void Take(string text)
    {
        if (CaptionPatterns.IsContinuationMark(text))
        {
            IsMark = true;
        }
        else if (CaptionPatterns.IsDepartmentLine(text))
        {
            Department = Department is null ? text : Department + " " + text;
            Unit ??= CaptionPatterns.UnitIn(text);
        }
        else if (CaptionPatterns.BracketedUnitIn(text) is { } bracketed && CaptionPatterns.IsTitle(text))
        {
            (Unit, Title) = (bracketed, text);
        }
        else if (CaptionPatterns.TitleBeforeUnit(text) is { } before)
        {
            (Unit, Title) = (CaptionPatterns.UnitIn(text), before);
        }
        else if (text.Length <= CaptionTolerances.LongestUnitLine && CaptionPatterns.UnitIn(text) is { } found)
        {
            Unit = found;
        }
        else if (CaptionPatterns.TrySplitNumber(text, out var head, out var rest) && rest.Length == 0)
        {
            Number = head;
        }
        else if (CaptionPatterns.IsDate(text))
        {
            IsDate = true;
        }
        else if (CaptionPatterns.IsTitle(text))
        {
            Title = text;
        }
    }
}

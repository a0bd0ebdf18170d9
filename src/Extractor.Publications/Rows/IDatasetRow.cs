namespace Extractor.Publications.Rows;

/// <summary>
/// A row of a published dataset: one parameter a column of the schema, <c>subject_code</c> as <c>SubjectCode</c>, NULL as null. Which
/// column fills which parameter follows from the names; a column without its parameter is a fault that the tests of conventions tell.
/// </summary>
public interface IDatasetRow
{
    /// <summary>Name of the dataset in the contract.</summary>
    static abstract string Dataset { get; }
}

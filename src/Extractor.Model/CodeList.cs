using System.Collections.Immutable;

namespace Extractor.Model;

/// <summary>A value of a coded column with its names for readers.</summary>
/// <param name="Value">As published: <c>revenue_expenditure_summary</c>.</param>
public sealed record CodeTerm(string Value, string NameZh, string NameEn);

/// <summary>Every value that the columns of a vocabulary may hold, in the order of the contract.</summary>
public sealed record CodeList(string Vocabulary, ImmutableArray<CodeTerm> Terms);

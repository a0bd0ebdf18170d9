using System.Collections.Immutable;

namespace Extractor.Model;

/// <summary>A value of a coded column with its names for readers.</summary>
/// <param name="Value">As published: <c>revenue_expenditure_summary</c>.</param>
public sealed record CodeTerm(string Value, string NameZh, string NameEn);

/// <summary>Every value that a column may hold, in the order of the contract.</summary>
/// <param name="Column">Its name in whichever dataset, or <c>dataset.column</c>.</param>
public sealed record CodeList(string Column, ImmutableArray<CodeTerm> Terms);

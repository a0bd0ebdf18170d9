using Extractor.Model.Budget;

namespace Extractor.Normalizing.Ledger;

/// <summary>A subject whose code a row prints.</summary>
/// <param name="Name">Of the catalogue edition; null where the code is not in it.</param>
internal sealed record PrintedSubject(Classification Classification, string Code, string? Name);

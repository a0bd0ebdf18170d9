namespace Extractor.Model.Evidence;

/// <summary>What a rule of findings means for a reader, in Chinese and English.</summary>
/// <param name="Rule">As published.</param>
/// <param name="Departments">Documents of departments, of those that the project was measured on, that have such a finding.</param>
/// <param name="Governments">Documents of governments that have one.</param>
/// <param name="AdviceZh">What to do.</param>
public sealed record FindingRuleText(
    string Rule,
    string NameZh,
    string NameEn,
    string Departments,
    string Governments,
    string MeaningZh,
    string MeaningEn,
    string AdviceZh,
    string AdviceEn);

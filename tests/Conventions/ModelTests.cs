using Conventions.Rules;
using Conventions.Samples.Changing;
using Extractor.Model.Documents;

namespace Conventions;

public sealed class ModelTests
{
    [Fact]
    public void Types_OfTheModel_CannotChange() =>
        Verdict.None(typeof(DocumentId).Assembly.GetExportedTypes().SelectMany(Immutability.Faults));

    [Theory]
    [InlineData(typeof(CanBeSet))]
    [InlineData(typeof(NotSealed))]
    [InlineData(typeof(NotReadonly))]
    [InlineData(typeof(HoldsArray))]
    [InlineData(typeof(HoldsList))]
    [InlineData(typeof(HasField))]
    public void Faults_TypeThatCanChange_AreReported(Type type) => Assert.NotEmpty(Immutability.Faults(type));

    [Fact]
    public void Faults_SealedRecord_AreNone() => Assert.Empty(Immutability.Faults(typeof(Sound)));
}

using System.Text;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Files;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Encryption;

public sealed class EncryptionTests
{
    public static TheoryData<string, int> Kinds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var kind in new[] { "RC4-40", "RC4-128", "RC4-128-V4", "AES-128", "AES-256-R5", "AES-256-R6" })
            {
                for (var form = 0; form < 3; form++)
                {
                    data.Add(kind, form);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_EmptyUserPassword_DeciphersStringsAndStreams(string kind, int form) =>
        AssertReadable(Build(CipherOf(kind, string.Empty, "owner"), (CrossReferenceForm)form));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_EmptyOwnerPassword_DeciphersStringsAndStreams(string kind, int form) =>
        AssertReadable(Build(CipherOf(kind, "user", string.Empty), (CrossReferenceForm)form));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_OtherPasswords_ThrowsEncrypted(string kind, int form)
    {
        var file = Build(CipherOf(kind, "user", "owner"), (CrossReferenceForm)form);
        Assert.Throws<PdfEncryptedException>(() => PdfDocument.Open(file));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_PasswordGiven_DeciphersStringsAndStreams(string kind, int form)
    {
        var file = Build(CipherOf(kind, "user", "owner"), (CrossReferenceForm)form);
        AssertReadable(PdfDocument.Open(file, passwords: ["wrong", "user"]));
        AssertReadable(PdfDocument.Open(file, passwords: ["owner"]));
        Assert.Throws<PdfEncryptedException>(() => PdfDocument.Open(file, passwords: ["wrong", "User"]));
    }

    [Fact]
    public void Open_OnlyAttachmentsAreEnciphered_PagesAreRead()
    {
        var builder = new PdfBuilder { Cipher = new Md5Cipher(4, 16, isAes: true, "user", "owner") { LeavesPages = true } };
        builder.AddPage("(page) Tj");
        Assert.Equal("(page) Tj", CrossReferenceTests.ContentOf(PdfDocument.Open(builder.Build()), 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_CrossReferenceLost_DeciphersAllTheSame(string kind, int form)
    {
        var file = Build(CipherOf(kind, string.Empty, "owner"), (CrossReferenceForm)form);
        var keyword = file.AsSpan().LastIndexOf("startxref"u8);
        file[keyword] = (byte)'S';
        AssertReadable(file, isRebuilt: true);
    }

    [Theory]
    [InlineData("RC4-128-V4")]
    [InlineData("AES-128")]
    [InlineData("AES-256-R6")]
    public void Decode_MetadataLeftClear_AreNotDeciphered(string kind)
    {
        var cipher = CipherOf(kind, string.Empty, "owner", encryptsMetadata: false);
        var document = PdfDocument.Open(Build(cipher, CrossReferenceForm.Table));

        AssertReadable(document);
        Assert.Equal("<metadata/>", TextOf(document.Catalog.GetStream("Metadata")!));
    }

    [Fact]
    public void Decode_StreamWithIdentityCryptFilter_IsNotDeciphered()
    {
        var builder = new PdfBuilder { Cipher = CipherOf("AES-128", string.Empty, "owner") };
        var clear = builder.AddStream("/Filter /Crypt /DecodeParms << /Name /Identity >>", "in the clear");
        var nameless = builder.AddStream("/Filter [/Crypt]", "in the clear");
        builder.AddPage("(page) Tj");
        var document = PdfDocument.Open(builder.Build());

        Assert.Equal("in the clear", TextOf((PdfStream)document.File.GetObject(clear)));
        Assert.Equal("in the clear", TextOf((PdfStream)document.File.GetObject(nameless)));
        Assert.Equal("(page) Tj", CrossReferenceTests.ContentOf(document, 1));
    }

    [Fact]
    public void Open_StringsLeftClear_OnlyStreamsAreDeciphered() =>
        AssertReadable(Build(new Md5Cipher(4, 16, isAes: true) { LeavesStrings = true }, CrossReferenceForm.Table));

    [Fact]
    public void Decode_AesDataOfOddLength_GivesWholeBlocks()
    {
        var builder = new PdfBuilder { Cipher = new Sha2Cipher(6) };
        builder.AddPage("(page) Tj");
        var text = Encoding.Latin1.GetString(builder.Build());
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Replace("/Length 32", "/Length 21", StringComparison.Ordinal)
            .Replace("\nendstream", "\nendstrxxx", StringComparison.Ordinal)));

        Assert.NotNull(CrossReferenceTests.ContentOf(document, 1));
    }

    [Theory]
    [InlineData("/Filter /Adobe.PubSec /V 4 /R 4")]
    [InlineData("/Filter /Standard /V 3 /R 3")]
    [InlineData("/Filter /Standard /V 9 /R 9")]
    [InlineData("/Filter /Standard /V 5 /R 6")]
    [InlineData("/Filter /Standard /V 2 /R 3 /O () /U (short) /Length 100000")]
    public void Open_UnknownOrIncompleteHandler_ThrowsEncrypted(string entries)
    {
        var builder = new PdfBuilder { TrailerEntries = $"/Encrypt << {entries} >>" };
        builder.AddPage("q Q");
        Assert.Throws<PdfEncryptedException>(() => PdfDocument.Open(builder.Build()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Build_Fixture_IsReadByQpdf(string kind, int form)
    {
        var qpdf = ExternalProgram.Find("qpdf");
        Assert.SkipUnless(qpdf is not null, "qpdf is not installed.");
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Build(CipherOf(kind, string.Empty, "owner"), (CrossReferenceForm)form));
            (var exitCode, var output) = ExternalProgram.Run(qpdf!, "--check", path);
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FixtureCipher CipherOf(string kind, string user, string owner, bool encryptsMetadata = true) => kind switch
    {
        "RC4-40" => new Md5Cipher(2, 5, user: user, owner: owner),
        "RC4-128" => new Md5Cipher(3, 16, user: user, owner: owner),
        "RC4-128-V4" => new Md5Cipher(4, 16, user: user, owner: owner) { EncryptsMetadata = encryptsMetadata },
        "AES-128" => new Md5Cipher(4, 16, isAes: true, user: user, owner: owner) { EncryptsMetadata = encryptsMetadata },
        "AES-256-R5" => new Sha2Cipher(5, user, owner) { EncryptsMetadata = encryptsMetadata },
        _ => new Sha2Cipher(6, user, owner) { EncryptsMetadata = encryptsMetadata },
    };

    private static byte[] Build(FixtureCipher cipher, CrossReferenceForm form)
    {
        var builder = new PdfBuilder { Cipher = cipher, Form = form, Compresses = true };
        builder.AddPage("(first page) Tj");
        builder.AddPage("(second page) Tj");
        var information = builder.Add("<< /Title (a \\(title\\)) /Producer <FEFF9884 7B97> >>");
        var metadata = builder.AddStream("/Type /Metadata /Subtype /XML", "<metadata/>");
        builder.TrailerEntries = $"/Info {information} 0 R";
        builder.CatalogEntries = $"/Metadata {metadata} 0 R";
        return builder.Build();
    }

    private static void AssertReadable(byte[] file, bool isRebuilt = false)
    {
        var document = PdfDocument.Open(file);
        Assert.Equal(isRebuilt, document.File.IsRebuilt);
        AssertReadable(document);
    }

    private static void AssertReadable(PdfDocument document)
    {
        Assert.Equal("(first page) Tj", CrossReferenceTests.ContentOf(document, 1));
        Assert.Equal("(second page) Tj", CrossReferenceTests.ContentOf(document, 2));
        Assert.Equal("a (title)", document.Information.Title);
        Assert.Equal("预算", document.Information.Producer);
        Assert.Equal("<metadata/>", TextOf(document.Catalog.GetStream("Metadata")!));
    }

    private static string TextOf(PdfStream stream) => Encoding.Latin1.GetString(stream.Decode().Span);
}

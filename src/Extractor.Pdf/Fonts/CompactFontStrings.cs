namespace Extractor.Pdf.Fonts;

/// <summary>Standard strings and predefined charsets of compact fonts (Adobe Technical Note 5176, appendices A and C).</summary>
internal static class CompactFontStrings
{
    private const string AllNames =
        ".notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright " +
        "asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon " +
        "semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z " +
        "bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q " +
        "r s t u v w x y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin " +
        "section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash " +
        "dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright " +
        "guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent " +
        "dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine " +
        "ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus " +
        "Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth " +
        "multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute " +
        "Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis " +
        "Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex " +
        "adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex " +
        "idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex " +
        "udieresis ugrave yacute ydieresis zcaron exclamsmall Hungarumlautsmall dollaroldstyle dollarsuperior " +
        "ampersandsmall Acutesmall parenleftsuperior parenrightsuperior twodotenleader onedotenleader " +
        "zerooldstyle oneoldstyle twooldstyle threeoldstyle fouroldstyle fiveoldstyle sixoldstyle " +
        "sevenoldstyle eightoldstyle nineoldstyle commasuperior threequartersemdash periodsuperior " +
        "questionsmall asuperior bsuperior centsuperior dsuperior esuperior isuperior lsuperior msuperior " +
        "nsuperior osuperior rsuperior ssuperior tsuperior ff ffi ffl parenleftinferior parenrightinferior " +
        "Circumflexsmall hyphensuperior Gravesmall Asmall Bsmall Csmall Dsmall Esmall Fsmall Gsmall Hsmall " +
        "Ismall Jsmall Ksmall Lsmall Msmall Nsmall Osmall Psmall Qsmall Rsmall Ssmall Tsmall Usmall Vsmall " +
        "Wsmall Xsmall Ysmall Zsmall colonmonetary onefitted rupiah Tildesmall exclamdownsmall centoldstyle " +
        "Lslashsmall Scaronsmall Zcaronsmall Dieresissmall Brevesmall Caronsmall Dotaccentsmall Macronsmall " +
        "figuredash hypheninferior Ogoneksmall Ringsmall Cedillasmall questiondownsmall oneeighth threeeighths " +
        "fiveeighths seveneighths onethird twothirds zerosuperior foursuperior fivesuperior sixsuperior " +
        "sevensuperior eightsuperior ninesuperior zeroinferior oneinferior twoinferior threeinferior " +
        "fourinferior fiveinferior sixinferior seveninferior eightinferior nineinferior centinferior " +
        "dollarinferior periodinferior commainferior Agravesmall Aacutesmall Acircumflexsmall Atildesmall " +
        "Adieresissmall Aringsmall AEsmall Ccedillasmall Egravesmall Eacutesmall Ecircumflexsmall " +
        "Edieresissmall Igravesmall Iacutesmall Icircumflexsmall Idieresissmall Ethsmall Ntildesmall " +
        "Ogravesmall Oacutesmall Ocircumflexsmall Otildesmall Odieresissmall OEsmall Oslashsmall Ugravesmall " +
        "Uacutesmall Ucircumflexsmall Udieresissmall Yacutesmall Thornsmall Ydieresissmall 001.000 001.001 " +
        "001.002 001.003 Black Bold Book Light Medium Regular Roman Semibold";

    private static readonly (int First, int Last)[] ExpertRanges =
    [
        (0, 1), (229, 238), (13, 15), (99, 99), (239, 248), (27, 28), (249, 266), (109, 110), (267, 318), (158, 158),
        (155, 155), (163, 163), (319, 326), (150, 150), (164, 164), (169, 169), (327, 378),
    ];

    private static readonly (int First, int Last)[] ExpertSubsetRanges =
    [
        (0, 1), (231, 232), (235, 238), (13, 15), (99, 99), (239, 248), (27, 28), (249, 251), (253, 266), (109, 110),
        (267, 270), (272, 272), (300, 302), (305, 305), (314, 315), (158, 158), (155, 155), (163, 163), (320, 326), (150, 150),
        (164, 164), (169, 169), (327, 346),
    ];

    /// <summary>Strings 0 to 390.</summary>
    public static IReadOnlyList<string> Names { get; } = AllNames.Split(' ');

    /// <summary>String identifiers by glyph of charset 0 (ISOAdobe), 1 (Expert) or 2 (ExpertSubset).</summary>
    public static int[] PredefinedCharset(int charset) => charset switch
    {
        0 => [.. Enumerable.Range(0, 229)],
        1 => Expand(ExpertRanges),
        _ => Expand(ExpertSubsetRanges),
    };

    private static int[] Expand((int First, int Last)[] ranges) =>
        [.. ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1))];
}

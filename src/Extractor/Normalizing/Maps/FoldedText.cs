namespace Extractor.Normalizing.Maps;

/// <summary>
/// Printed text folded for comparison, never for publishing. Fonts and typists give the same word in many dresses:
/// full-width digits and brackets, spaces and line breaks inside a name, quotation marks of every kind, and ideographs
/// replaced by look-alikes (Kangxi radicals, compatibility ideographs) where a producer guessed a font's Unicode map.
/// </summary>
/// <remarks>The framework's own compatibility normalization does nothing under invariant globalization.</remarks>
public static class FoldedText
{
    /// <summary>Unified ideographs of U+2F00..U+2FD5, in that order (Unicode, Kangxi Radicals).</summary>
    private const string KangxiRadicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳" +
        "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸" +
        "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音" +
        "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Unified ideographs of U+F900..U+FA6D, in that order (Unicode, CJK Compatibility Ideographs).</summary>
    private const string CompatibilityIdeographs =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌" +
        "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮" +
        "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈" +
        "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" +
        "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼" +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸" +
        "難響頻恵𤋮舘";

    /// <summary>Those of U+2E80..U+2EF3 that fonts yield for an ordinary ideograph (Unicode, CJK Radicals Supplement).</summary>
    private const string RadicalForms =
        "\u2e81\u2e83\u2e84\u2e87\u2e88\u2e8a\u2e8b\u2e8c\u2e8d\u2e8e\u2e8f\u2e97\u2e9d\u2e9e\u2e9f\u2ea0" +
        "\u2ea1\u2ea2\u2ea3\u2ea4\u2ea5\u2ea6\u2ea7\u2ea9\u2eaa\u2eab\u2eac\u2ead\u2eae\u2eaf\u2eb0\u2eb1" +
        "\u2eb3\u2eb4\u2eb5\u2eb6\u2eb7\u2eb8\u2eba\u2ebb\u2ebc\u2ebd\u2ebe\u2ebf\u2ec0\u2ec1\u2ec2\u2ec3" +
        "\u2ec4\u2ec5\u2ec6\u2ec8\u2ec9\u2eca\u2ecb\u2ecc\u2ecd\u2ece\u2ecf\u2ed0\u2ed1\u2ed2\u2ed3\u2ed4" +
        "\u2ed5\u2ed6\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2edf\u2ee0\u2ee1\u2ee2\u2ee3\u2ee4\u2ee5" +
        "\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eec\u2eee\u2ef0\u2ef3";

    private const string RadicalIdeographs =
        "厂乚乙几刀卜卩小小尢尣心月歹母民水氺火爪爪丬牛王疋目示礻竹糸纟网网网网羊羊羊聿聿肉臼艹艹艹虎衤西西见角讠贝足车辶辶辶邑钅" +
        "長镸长门阜阝雨青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟";

    /// <inheritdoc cref="Of(ReadOnlySpan{char})"/>
    public static string Of(string? printed)
    {
        if (printed is null)
        {
            return string.Empty;
        }

        foreach (var character in printed)
        {
            // Most texts are folded already: ideographs, digits, ordinary punctuation.
            if (character is not ((>= '\u4e00' and <= '\u9fff')
                or (> ' ' and < '\u007f' and not ('[' or ']' or '{' or '}' or '"' or '\''))))
            {
                return Of(printed.AsSpan());
            }
        }

        return printed;
    }

    /// <summary>
    /// Without white space and quotation marks, with half-width digits, Latin letters and brackets, and unified ideographs.
    /// </summary>
    public static string Of(ReadOnlySpan<char> printed)
    {
        var folded = printed.Length <= 256 ? stackalloc char[printed.Length] : new char[printed.Length];
        var length = 0;
        foreach (var printedCharacter in printed)
        {
            if (TryFold(printedCharacter, out var character))
            {
                folded[length++] = character;
            }
        }

        return new string(folded[..length]);
    }

    /// <summary>The folded form of one character; false for one that is left out.</summary>
    public static bool TryFold(char printed, out char folded)
    {
        folded = Unify(printed);
        return !IsSkipped(folded);
    }

    /// <summary>One character in its ordinary form; white space and quotation marks stay.</summary>
    public static char Unify(char character) => character switch
    {
        '[' or '{' => '(',
        ']' or '}' => ')',
        < '\u007f' => character,
        '\uff3b' or '\uff5b' or '〔' or '【' or '〖' or '﹝' or '﹙' => '(',
        '\uff3d' or '\uff5d' or '〕' or '】' or '〗' or '﹞' or '﹚' => ')',
        >= '\uff01' and <= '\uff5e' => (char)(character - 0xfee0),
        >= '\u2f00' and <= '\u2fd5' => KangxiRadicals[character - 0x2f00],
        >= '\uf900' and <= '\ufa6d' => CompatibilityIdeographs[character - 0xf900],
        >= '\u2e80' and <= '\u2ef3' => UnifyRadical(character),
        '—' or '–' or '―' or '‐' or '‑' or '−' or '─' or '━' or '﹣' => '-',
        '﹑' or '､' => '、',
        '•' or '・' or '‧' or '∙' => '·',
        _ => character,
    };

    /// <summary>As printed, but for the look-alikes of ordinary ideographs, which a reader cannot tell from these.</summary>
    public static char Ideograph(char character) =>
        character is (>= '\u2e80' and <= '\u2fd5') or (>= '\uf900' and <= '\ufa6d') ? Unify(character) : character;

    private static char UnifyRadical(char character)
    {
        var index = RadicalForms.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? character : RadicalIdeographs[index];
    }

    private static bool IsSkipped(char character) => character is < '\u4e00' or > '\u9fff' && (
        char.IsWhiteSpace(character) || char.IsControl(character) ||
        character is '"' or '\'' or '“' or '”' or '„' or '‘' or '’' or '「' or '」' or '『' or '』' or '〝' or '〞'
            or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad');
}

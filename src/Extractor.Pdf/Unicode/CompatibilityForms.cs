namespace Extractor.Pdf.Unicode;

/// <summary>
/// Characters that look like others and are encoded apart for the sake of old standards (Unicode 16, compatibility
/// decompositions and EquivalentUnifiedIdeograph). Each constant is a table from its first code point on; U+0000 where
/// a character stands for itself. The runtime's own normalization does nothing without ICU, so the forms that occur in
/// Chinese documents are listed here.
/// </summary>
internal static class CompatibilityForms
{
    /// <summary>From U+2E80: CJK radicals supplement, ⻓ for 长.</summary>
    private const string RadicalsSupplement =
        "\0厂乛乚乙亻冂\0刀刂卜㔾小小兀尣尢\0巳幺彑\0忄㣺扌攵\0旡日月歺母民氵氺灬爫爫丬牛犭王\0\0示礻竹糹" +
        "纟罓罒㓁冗\0羊\0\0耂肀聿月臼艹艹艹虎衤覀西见角\0讠贝足车辶辶辶邑钅長镸长门\0阝雨青韦页风飞食\0飠" +
        "饣\0马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    /// <summary>From U+2F00: Kangxi radicals, ⽐ for 比; ⼾ and ⾭ as mainland fonts draw them, 户 and 青.</summary>
    private const string KangxiRadicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工" +
        "己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉" +
        "瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行" +
        "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯" +
        "鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>From U+F900: CJK compatibility ideographs.</summary>
    private const string Ideographs =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞" +
        "擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧" +
        "怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐" +
        "戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂" +
        "燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" +
        "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟" +
        "蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐" +
        "祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵\0舘\0\0並况全侀充冀勇勺喝啕喙嗢塚墳奄奔" +
        "婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛" +
        "練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜\0\0\0㮝䀘䀹\0\0\0齃龎\0\0\0\0\0\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <summary>From U+FE10: vertical and small forms.</summary>
    private const string VerticalAndSmallForms =
        ",、。:;!?〖〗…\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0‥—–__(){}〔〕【】《》〈" +
        "〉「」『』\0\0[]\0\0\0\0___,、.\0;:?!—(){}〔〕#&*+-<>=\0\\$%@\0\0\0\0";

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The ordinary character of a form, or U+0000 if it is one itself. Ligatures are told by <see cref="Ligature"/>.</summary>
    public static char Ordinary(char c) => c switch
    {
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u2011' => '\u2010',
        >= '\u2E80' and < '\u2EF4' => RadicalsSupplement[c - '\u2E80'],
        >= '\u2F00' and < '\u2FD6' => KangxiRadicals[c - '\u2F00'],
        >= '\uF900' and < '\uFB00' => Ideographs[c - '\uF900'],
        >= '\uFE10' and < '\uFE70' => VerticalAndSmallForms[c - '\uFE10'],
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\uFFE0' => '¢',
        '\uFFE1' => '£',
        '\uFFE3' => '¯',
        '\uFFE5' => '¥',
        _ => '\0',
    };

    /// <summary>The letters of a Latin ligature (U+FB00 to U+FB06); null for other characters.</summary>
    public static string? Ligature(char c) => c is >= '\uFB00' and <= '\uFB06' ? Ligatures[c - '\uFB00'] : null;
}

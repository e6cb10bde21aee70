using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Provinces by their code of ISO 3166-2; one that is not known keeps its code.</summary>
public static class ProvinceNames
{
    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        ["CN-BJ"] = new("北京", "Beijing"),
        ["CN-TJ"] = new("天津", "Tianjin"),
        ["CN-HE"] = new("河北", "Hebei"),
        ["CN-SX"] = new("山西", "Shanxi"),
        ["CN-NM"] = new("内蒙古", "Inner Mongolia"),
        ["CN-LN"] = new("辽宁", "Liaoning"),
        ["CN-JL"] = new("吉林", "Jilin"),
        ["CN-HL"] = new("黑龙江", "Heilongjiang"),
        ["CN-SH"] = new("上海", "Shanghai"),
        ["CN-JS"] = new("江苏", "Jiangsu"),
        ["CN-ZJ"] = new("浙江", "Zhejiang"),
        ["CN-AH"] = new("安徽", "Anhui"),
        ["CN-FJ"] = new("福建", "Fujian"),
        ["CN-JX"] = new("江西", "Jiangxi"),
        ["CN-SD"] = new("山东", "Shandong"),
        ["CN-HA"] = new("河南", "Henan"),
        ["CN-HB"] = new("湖北", "Hubei"),
        ["CN-HN"] = new("湖南", "Hunan"),
        ["CN-GD"] = new("广东", "Guangdong"),
        ["CN-GX"] = new("广西", "Guangxi"),
        ["CN-HI"] = new("海南", "Hainan"),
        ["CN-CQ"] = new("重庆", "Chongqing"),
        ["CN-SC"] = new("四川", "Sichuan"),
        ["CN-GZ"] = new("贵州", "Guizhou"),
        ["CN-YN"] = new("云南", "Yunnan"),
        ["CN-XZ"] = new("西藏", "Tibet"),
        ["CN-SN"] = new("陕西", "Shaanxi"),
        ["CN-GS"] = new("甘肃", "Gansu"),
        ["CN-QH"] = new("青海", "Qinghai"),
        ["CN-NX"] = new("宁夏", "Ningxia"),
        ["CN-XJ"] = new("新疆", "Xinjiang"),
        ["CN-XB"] = new("新疆生产建设兵团", "Xinjiang Production and Construction Corps"),
    };

    /// <summary>A province's name.</summary>
    public static Text Of(string code) => Known.GetValueOrDefault(code) ?? new Text(code, code);

    /// <summary>Several provinces' names.</summary>
    public static Text Of(IReadOnlyCollection<string> codes) => new(
        string.Join('、', codes.Select(code => Of(code).Zh)), string.Join(", ", codes.Select(code => Of(code).En)));
}

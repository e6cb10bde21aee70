using Tanheng.Quantities;

namespace Tanheng.Cli.Stores;

/// <summary>Why a store cannot answer.</summary>
internal static class StoreRefusals
{
    public static readonly RefusalCode EmptyStore = RefusalCode.Final(
        9101,
        "empty-store",
        "{store} 中还没有市场：请先运行 tanheng scenario run 或 tanheng import，或用 tanheng found 建立。",
        "There is no market in {store} yet: run tanheng scenario run or tanheng import first, or found one with "
            + "tanheng found.");

    public static readonly RefusalCode UnknownScheme = RefusalCode.Final(
        9102,
        "unknown-scheme",
        "{store} 中没有市场 {scheme}；现有：{schemes}。",
        "There is no market {scheme} in {store}; there are: {schemes}.");

    public static readonly RefusalCode ManySchemes = RefusalCode.Final(
        9103,
        "many-schemes",
        "有多个市场（{schemes}）：请用 --scheme 指定。",
        "There are several markets ({schemes}): name one with --scheme.");

    public static readonly RefusalCode NotAScenarioStore = RefusalCode.Final(
        9104,
        "other-data-there",
        "{store} 中的市场 {scheme} 已有 {rows} 行其他数据，情景不会写入；请换一个 --data 目录。",
        "The market {scheme} in {store} has {rows} rows of other data; a scenario does not write there. "
            + "Choose another --data folder.");

    public static readonly RefusalCode SchemeExists = RefusalCode.Final(
        9106,
        "scheme-exists",
        "{store} 中已有市场 {scheme}（{rows} 行），不能再次建立；请换一个 --scheme 名称。",
        "There is a market {scheme} in {store} already ({rows} rows); found another by another --scheme.");

    public static readonly RefusalCode SchemeNameMissing = RefusalCode.Final(
        9107,
        "scheme-name-missing",
        "请用 --scheme 为新市场命名，例如 --scheme china-national。",
        "Name the new market with --scheme, for example --scheme china-national.");

    public static readonly RefusalCode UnknownPerson = RefusalCode.Final(
        9108, "no-such-person", "{store} 中没有用户 {name}。", "There is no person {name} in {store}.");

    public static readonly RefusalCode RealDataThere = RefusalCode.Final(
        9109,
        "no-demonstration-over-real-data",
        "{store} 中有真实的{zh}，不能用于演示：演示中任何人都可以成为任何人。请换一个 --data 目录（或数据库）。",
        "There is real data in {store} ({en}), so it cannot be a demonstration, where anybody may be anybody. "
            + "Choose another --data folder or database.");

    public static readonly RefusalCode StoreIsDemonstration = RefusalCode.Final(
        9110,
        "store-is-demonstration",
        "{store} 是演示用的存储，其中任何人都可以成为任何人，不能用于真实市场。请换一个 --data 目录（或数据库），"
            + "或加 --demo 继续演示。",
        "{store} is the store of a demonstration, where anybody may be anybody; no real market is run on it. Choose "
            + "another --data folder or database, or go on with the demonstration by --demo.");
}

using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>Why a bank's file is not read.</summary>
public static class BankFileRefusals
{
    /// <summary>A file that is too large.</summary>
    public static readonly RefusalCode TooLarge = RefusalCode.Final(
        10150,
        "bank-file-too-large",
        "文件有 {size} 字节，超过 {limit} 字节；请分成几个文件。",
        "The file has {size} bytes, more than {limit}; split it.");

    /// <summary>A file with too many lines.</summary>
    public static readonly RefusalCode TooManyLines = RefusalCode.Final(
        10151,
        "bank-file-too-long",
        "文件的流水超过 {limit} 笔；请分成几个文件。",
        "The file has more than {limit} entries; split it.");

    /// <summary>Something wrong at a line.</summary>
    public static readonly RefusalCode Wrong = RefusalCode.Final(
        10152,
        "bank-file-wrong",
        "文件第 {line} 行：{zh}；未导入任何内容，请更正后重试。",
        "Line {line} of the file: {en}; nothing was taken, correct it and try again.");

    /// <summary>A document type, which may name files and entities.</summary>
    public static readonly RefusalCode DocumentType = RefusalCode.Final(
        10153,
        "bank-file-document-type",
        "XML 文件含有 DOCTYPE 声明，不予读取；请向银行索取不含 DTD 的文件。",
        "The XML file has a document type and is not read; ask the bank for one without.");
}

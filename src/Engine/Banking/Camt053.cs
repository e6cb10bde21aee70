using System.Xml;
using System.Xml.Linq;
using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Engine.Banking;

/// <summary>
/// ISO 20022 camt.053 (BankToCustomerStatement), versions 02 and later: account, opening (OPBD, or PRCD where the bank
/// gives the previous closing) and closing balance (CLBD), booked entries (BOOK). An entry of several transactions
/// (batch booking) is as many lines. A line is known by the bank's own reference: that of the transaction or, where
/// there is one, that of the entry. A document type is refused, whatever it says: nothing outside the file is read and
/// no entity is expanded.
/// </summary>
internal static class Camt053
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

    public static IReadOnlyList<BankStatement> Read(string text)
    {
        var root = Load(text);
        if (root.Name.LocalName != "Document"
            || !root.Name.NamespaceName.StartsWith(Namespace, StringComparison.Ordinal))
        {
            throw new BankFileException(
                LineOf(root), "不是 camt.053 对账单文件", "this is not a camt.053 statement file");
        }

        var statements = Need(root, "BkToCstmrStmt").Elements().Where(one => one.Name.LocalName == "Stmt")
            .Select(Statement).ToList();
        return statements.Count > 0
            ? statements
            : throw new BankFileException(LineOf(root), "文件中没有对账单（Stmt）", "the file has no statement (Stmt)");
    }

    private static XElement Load(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = BankFile.MostBytes,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException problem) when (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            throw new DocumentTypeException(problem);
        }
        catch (XmlException problem)
        {
            throw new BankFileException(
                Math.Max(1, problem.LineNumber), "不是完整的 XML 文件", "this is not well-formed XML");
        }
    }

    private static BankStatement Statement(XElement statement)
    {
        var account = Need(statement, "Acct");
        var number = AccountOf(account) ?? throw Missing(account, "Id");
        var opening = Balance(statement, "OPBD") ?? Balance(statement, "PRCD")
            ?? throw Missing(statement, "Bal (OPBD)");
        var closing = Balance(statement, "CLBD") ?? throw Missing(statement, "Bal (CLBD)");
        var lines = statement.Elements().Where(one => one.Name.LocalName == "Ntry").Where(IsBooked)
            .SelectMany(Lines).ToList();
        return new BankStatement(
            number, Text(statement, "Id") ?? throw Missing(statement, "Id"), closing.Day, opening.Amount,
            closing.Amount, lines);
    }

    private static (Money Amount, DateOnly Day)? Balance(XElement statement, string kind)
    {
        // Of several, as after a page break, the first opens and the last closes.
        var all = statement.Elements().Where(one => one.Name.LocalName == "Bal"
            && Find(one, "Tp", "CdOrPrtry", "Cd")?.Value.Trim() == kind).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var balance = kind == "CLBD" ? all[^1] : all[0];
        return (Signed(balance), Day(Need(balance, "Dt")));
    }

    /// <summary>Entries are booked, pending or for information; only the first have moved money.</summary>
    private static bool IsBooked(XElement entry)
    {
        var status = Need(entry, "Sts");
        return (Child(status, "Cd") ?? status).Value.Trim() == "BOOK";
    }

    private static IEnumerable<StatedLine> Lines(XElement entry)
    {
        var amount = Signed(entry);
        var day = Day(Need(entry, "BookgDt"));
        var reference = Text(entry, "AcctSvcrRef") ?? Text(entry, "NtryRef");
        var parts = entry.Elements().Where(one => one.Name.LocalName == "NtryDtls").Elements()
            .Where(one => one.Name.LocalName == "TxDtls").ToList();
        if (parts.Count < 2)
        {
            var only = parts.Count == 1 ? parts[0] : null;
            return [Line(only ?? entry, day, amount, reference ?? Reference(only) ?? throw NoReference(entry))];
        }

        var lines = parts.Select((part, i) => Line(
            part, day, Part(part, amount), Reference(part) ?? Numbered(reference, i) ?? throw NoReference(part)))
            .ToList();
        var sum = lines.Aggregate(Money.Zero(amount.Currency), (all, line) => all + line.Amount);
        return sum == amount ? lines : throw new BankFileException(
            LineOf(entry),
            $"批量入账 {amount} 与其明细合计 {sum} 不符",
            $"the entry of {amount} is not the sum {sum} of its transactions");
    }

    private static StatedLine Line(XElement part, DateOnly day, Money amount, string reference)
    {
        var parties = Child(part, "RltdPties");
        var other = amount.Minor > 0 ? "Dbtr" : "Cdtr";
        var account = parties is null ? null : Child(parties, other + "Acct");
        var party = parties is null ? null : Child(parties, other);
        return new StatedLine(
            reference,
            day,
            amount,
            account is null ? null : AccountOf(account),
            party is null ? null : Text(party, "Nm") ?? Text(party, "Pty", "Nm"),
            Text(part, "Refs", "EndToEndId"),
            Text(part, "RmtInf", "Ustrd"));
    }

    private static string? Reference(XElement? part) => part is null ? null
        : Text(part, "Refs", "AcctSvcrRef") ?? Text(part, "Refs", "TxId") ?? Text(part, "Refs", "InstrId");

    private static string? Numbered(string? reference, int i) => reference is null ? null : $"{reference}/{i + 1}";

    /// <summary>The amount of one transaction of an entry, in the entry's direction unless it names its own.</summary>
    private static Money Part(XElement part, Money entry)
    {
        var amount = Child(part, "Amt") ?? Find(part, "AmtDtls", "TxAmt", "Amt") ?? throw Missing(part, "Amt");
        var money = Plain(amount);
        var direction = Child(part, "CdtDbtInd")?.Value.Trim() ?? (entry.Minor < 0 ? "DBIT" : "CRDT");
        return direction == "DBIT" ? -money : money;
    }

    private static Money Signed(XElement element)
    {
        var direction = Need(element, "CdtDbtInd");
        var amount = Plain(Need(element, "Amt"));
        return direction.Value.Trim() switch
        {
            "CRDT" => amount,
            "DBIT" => -amount,
            _ => throw new BankFileException(
                LineOf(direction),
                $"CdtDbtInd“{BankFile.Short(direction.Value)}”须为 CRDT 或 DBIT",
                $"CdtDbtInd \"{BankFile.Short(direction.Value)}\" must be CRDT or DBIT"),
        };
    }

    private static Money Plain(XElement amount)
    {
        var currency = amount.Attribute("Ccy") ?? throw Missing(amount, "@Ccy");
        return BankFile.Amount(
            amount.Value, BankFile.CurrencyOf(currency.Value, LineOf(amount)), LineOf(amount), "Amt");
    }

    private static DateOnly Day(XElement date)
    {
        var exact = Child(date, "Dt") ?? Child(date, "DtTm") ?? date;
        return BankFile.Day(exact.Value, LineOf(exact), date.Name.LocalName);
    }

    private static string? AccountOf(XElement account) =>
        Text(account, "Id", "IBAN") ?? Text(account, "Id", "Othr", "Id");

    private static string? Text(XElement parent, params string[] path) => Find(parent, path) is { } found
        ? BankFile.Text(found.Value, LineOf(found), path[^1])
        : null;

    private static XElement? Find(XElement parent, params string[] path) =>
        path.Aggregate((XElement?)parent, (at, name) => at is null ? null : Child(at, name));

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(one => one.Name.LocalName == name);

    private static XElement Need(XElement parent, string name) => Child(parent, name) ?? throw Missing(parent, name);

    private static BankFileException Missing(XElement parent, string name) => new(
        LineOf(parent),
        $"{parent.Name.LocalName} 缺少 {name}",
        $"{parent.Name.LocalName} has no {name}");

    private static BankFileException NoReference(XElement entry) => new(
        LineOf(entry),
        "流水没有银行编号（AcctSvcrRef 或 NtryRef），无法辨认重复",
        "the entry has no reference of the bank (AcctSvcrRef or NtryRef), so a repeat could not be told");

    private static int LineOf(XElement element) =>
        ((IXmlLineInfo)element).HasLineInfo() ? ((IXmlLineInfo)element).LineNumber : 1;
}

/// <summary>The file has a document type.</summary>
internal sealed class DocumentTypeException(Exception inner) : Exception(inner.Message, inner);

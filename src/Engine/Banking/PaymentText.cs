using System.Globalization;
using System.Text;
using System.Xml;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Engine.Banking;

/// <summary>
/// Writes a file of payments out, as ISO 20022 pain.001 (CustomerCreditTransferInitiation, version 09) or as CSV. The
/// same file is always the same text: it has one message identity and the moment it was made, not that of writing.
/// </summary>
public static class PaymentText
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>The message's identity, at most 35 letters: <c>TH-P7-20220704</c>.</summary>
    public static string MessageId(PaymentFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"TH-{file.Id}-{file.At:yyyyMMdd}");

    /// <summary>pain.001.</summary>
    public static string Xml(SchemeState state, PaymentFile file)
    {
        var bank = state.Cash.Banks[file.Bank];
        var output = new Utf8Writer();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartElement("Document", Namespace);
            writer.WriteStartElement("CstmrCdtTrfInitn");
            Head(writer, state, file, bank);
            writer.WriteStartElement("PmtInf");
            writer.WriteElementString("PmtInfId", MessageId(file));
            writer.WriteElementString("PmtMtd", "TRF");
            writer.WriteElementString("NbOfTxs", Count(file));
            writer.WriteElementString("CtrlSum", Amount(file.Total));
            writer.WriteStartElement("ReqdExctnDt");
            writer.WriteElementString("Dt", Day(state, file));
            writer.WriteEndElement();
            Party(writer, "Dbtr", bank.Name);
            Account(writer, "DbtrAcct", bank.Number);
            Agent(writer, bank);
            foreach (var id in file.Payments)
            {
                Transfer(writer, state, state.Cash.Payments[id]);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return output + "\n";
    }

    /// <summary>CSV, a payment a line.</summary>
    public static string Csv(SchemeState state, PaymentFile file)
    {
        var text = new StringBuilder("message,end_to_end,amount,currency,from,bank,name,account\r\n");
        foreach (var id in file.Payments)
        {
            var payment = state.Cash.Payments[id];
            string[] cells =
            [
                MessageId(file), payment.EndToEnd, Amount(payment.Amount), payment.Amount.Currency.Code, file.Bank,
                payment.Holder is null ? "" : payment.To.Bank, NameOf(state, payment), payment.To.Number,
            ];
            text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>In whose name the receiving account is.</summary>
    public static string NameOf(SchemeState state, Payment payment) => payment.Holder is { } holder
        ? state.Registry.Holders[holder].Name.Zh
        : payment.To.Bank;

    private static void Head(XmlWriter writer, SchemeState state, PaymentFile file, SettlementBank bank)
    {
        writer.WriteStartElement("GrpHdr");
        writer.WriteElementString("MsgId", MessageId(file));
        writer.WriteElementString(
            "CreDtTm", file.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteElementString("NbOfTxs", Count(file));
        writer.WriteElementString("CtrlSum", Amount(file.Total));
        Party(writer, "InitgPty", bank.Name);
        writer.WriteEndElement();
    }

    private static void Transfer(XmlWriter writer, SchemeState state, Payment payment)
    {
        writer.WriteStartElement("CdtTrfTxInf");
        writer.WriteStartElement("PmtId");
        writer.WriteElementString("InstrId", payment.EndToEnd);
        writer.WriteElementString("EndToEndId", payment.EndToEnd);
        writer.WriteEndElement();
        writer.WriteStartElement("Amt");
        writer.WriteStartElement("InstdAmt");
        writer.WriteAttributeString("Ccy", payment.Amount.Currency.Code);
        writer.WriteString(Amount(payment.Amount));
        writer.WriteEndElement();
        writer.WriteEndElement();
        if (payment.Holder is not null)
        {
            writer.WriteStartElement("CdtrAgt");
            writer.WriteStartElement("FinInstnId");
            writer.WriteElementString("Nm", payment.To.Bank);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        Party(writer, "Cdtr", NameOf(state, payment));
        Account(writer, "CdtrAcct", SettlementBanks.Plain(payment.To.Number));
        writer.WriteEndElement();
    }

    private static void Agent(XmlWriter writer, SettlementBank bank)
    {
        writer.WriteStartElement("DbtrAgt");
        writer.WriteStartElement("FinInstnId");
        if (bank.Bic.Length > 0)
        {
            writer.WriteElementString("BICFI", bank.Bic);
        }

        writer.WriteElementString("Nm", bank.Bank);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Party(XmlWriter writer, string element, string name)
    {
        writer.WriteStartElement(element);
        writer.WriteElementString("Nm", name.Length > 140 ? name[..140] : name);
        writer.WriteEndElement();
    }

    private static void Account(XmlWriter writer, string element, string number)
    {
        writer.WriteStartElement(element);
        writer.WriteStartElement("Id");
        if (IsIban(number))
        {
            writer.WriteElementString("IBAN", number);
        }
        else
        {
            writer.WriteStartElement("Othr");
            writer.WriteElementString("Id", number);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>ISO 13616: two letters, two check digits, 11 to 30 letters or digits, and 1 modulo 97.</summary>
    private static bool IsIban(string number)
    {
        if (number.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(number[0])
            || !char.IsAsciiLetterUpper(number[1]) || !char.IsAsciiDigit(number[2]) || !char.IsAsciiDigit(number[3])
            || !number.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one)))
        {
            return false;
        }

        var remainder = 0;
        foreach (var one in number[4..] + number[..4])
        {
            var value = char.IsAsciiDigit(one) ? one - '0' : one - 'A' + 10;
            remainder = ((remainder * (value < 10 ? 10 : 100)) + value) % 97;
        }

        return remainder == 1;
    }

    private static string Day(SchemeState state, PaymentFile file) => DateOnly
        .FromDateTime(state.Rules.Calendar.Local(file.At)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(PaymentFile file) => file.Payments.Count.ToString(CultureInfo.InvariantCulture);

    private static string Amount(Quantities.Money money) => money.ToString()[..^4];

    /// <summary>Quoted where it has to be; what a spreadsheet would take for a formula is made plain text.</summary>
    private static string Quoted(string cell)
    {
        var plain = cell.Length > 0 && cell[0] is '=' or '+' or '@' or '-' ? "'" + cell : cell;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? plain
            : "\"" + plain.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => new UTF8Encoding(false);
    }
}

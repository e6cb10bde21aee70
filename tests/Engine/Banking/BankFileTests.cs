using System.Text;
using Tanheng.Engine.Banking;
using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Engine.Tests.Banking;

/// <summary>Statements as camt.053 and as CSV: what is read, and what is said of a bad file.</summary>
public sealed class BankFileTests
{
    private const string Head = "account,statement,day,reference,currency,debit,credit,balance,counterparty,name,"
        + "end_to_end,text\n";

    private const string Camt = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2022-07-04T18:00:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>2022-07-04</Id>
              <Acct><Id><Othr><Id>42000099</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
              <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">100.00</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2022-07-04</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">155.50</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2022-07-04</Dt></Dt></Bal>
              <Ntry>
                <Amt Ccy="CNY">70.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2022-07-04</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>
                <NtryDtls><TxDtls>
                  <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                  <RltdPties><Dbtr><Pty><Nm>第一电厂</Nm></Pty></Dbtr>
                    <DbtrAcct><Id><Othr><Id>6222 1</Id></Othr></Id></DbtrAcct></RltdPties>
                  <RmtInf><Ustrd>入金</Ustrd></RmtInf>
                </TxDtls></NtryDtls>
              </Ntry>
              <Ntry>
                <Amt Ccy="CNY">15.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><DtTm>2022-07-04T09:00:00</DtTm></BookgDt><NtryRef>R2</NtryRef>
                <NtryDtls>
                  <TxDtls><Refs><EndToEndId>TH-W1</EndToEndId></Refs><Amt Ccy="CNY">10.00</Amt></TxDtls>
                  <TxDtls><Refs><EndToEndId>TH-W2</EndToEndId></Refs><Amt Ccy="CNY">5.00</Amt></TxDtls>
                </NtryDtls>
              </Ntry>
              <Ntry>
                <Amt Ccy="CNY">999.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
                <BookgDt><Dt>2022-07-04</Dt></BookgDt><AcctSvcrRef>R9</AcctSvcrRef>
              </Ntry>
            </Stmt>
            <Stmt>
              <Id>second</Id>
              <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
              <Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">1.00</Amt>
                <CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2022-07-03</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">1.00</Amt>
                <CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2022-07-04</Dt></Dt></Bal>
            </Stmt>
          </BkToCstmrStmt>
        </Document>
        """;

    private static readonly DateOnly Day = new(2022, 7, 4);

    private static Outcome<IReadOnlyList<BankStatement>> Read(string text) =>
        BankFile.Read(Encoding.UTF8.GetBytes(text));

    private static Money Yuan(string amount) => Money.Parse(amount + " CNY");

    [Fact]
    public void A_camt_053_file_has_several_statements_with_batches_taken_apart()
    {
        var statements = Read(Camt).Value;
        statements.Count.ShouldBe(2);
        var first = statements[0];
        (first.Number, first.Statement, first.Day, first.Opening, first.Closing)
            .ShouldBe(("42000099", "2022-07-04", Day, Yuan("100.00"), Yuan("155.50")));

        // The pending entry has moved nothing; the batch of 15.00 is 10.00 and 5.00.
        first.Lines.ShouldBe(
        [
            new StatedLine("R1", Day, Yuan("70.50"), "6222 1", "第一电厂", "NOTPROVIDED", "入金"),
            new StatedLine("R2/1", Day, Yuan("-10.00"), EndToEnd: "TH-W1"),
            new StatedLine("R2/2", Day, Yuan("-5.00"), EndToEnd: "TH-W2"),
        ]);
        (statements[1].Number, statements[1].Opening, statements[1].Lines.Count)
            .ShouldBe(("DE89370400440532013000", Yuan("-1.00"), 0));
    }

    [Theory]
    [InlineData("<Amt Ccy=\"CNY\">70.50</Amt>", "<Amt Ccy=\"CNY\">70.505</Amt>", 14, "70.505")]
    [InlineData("<Amt Ccy=\"CNY\">70.50</Amt>", "<Amt Ccy=\"CNY\">-70.50</Amt>", 14, "-70.50")]
    [InlineData("<Amt Ccy=\"CNY\">70.50</Amt>", "<Amt Ccy=\"Z1\">70.50</Amt>", 14, "Z1")]
    [InlineData("<Amt Ccy=\"CNY\">10.00</Amt>", "<Amt Ccy=\"CNY\">10.01</Amt>", 23, "-15.01")]
    [InlineData("<AcctSvcrRef>R1</AcctSvcrRef>", "", 13, "AcctSvcrRef")]
    [InlineData("<Cd>OPBD</Cd>", "<Cd>ITBD</Cd>", 5, "OPBD")]
    [InlineData("camt.053.001.08", "camt.054.001.08", 2, "camt.053")]
    [InlineData("<Dt>2022-07-03</Dt>", "<Dt>2022-13-03</Dt>", 40, "2022-13-03")]
    [InlineData("</Document>", "", 44, "well-formed")]
    public void What_is_wrong_in_a_camt_053_file_is_said_with_its_line(
        string there, string instead, int line, string said)
    {
        Camt.Contains(there, StringComparison.Ordinal).ShouldBeTrue();
        var refusal = Read(Camt.Replace(there, instead, StringComparison.Ordinal)).Refusal!;
        refusal.Code.ShouldBe(BankFileRefusals.Wrong);
        var told = int.Parse(refusal["line"]!, System.Globalization.CultureInfo.InvariantCulture);
        told.ShouldBeInRange(line - 1, line + 2);
        refusal.Message("en").ShouldContain(said);
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "b">]>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">""")]
    [InlineData("""<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>""")]
    public void A_document_type_is_refused_and_no_entity_is_expanded(string type)
    {
        var attack = Camt.Replace("<Document ", type + "<Document ", StringComparison.Ordinal)
            .Replace("<Id>2022-07-04</Id>", "<Id>&a;</Id>", StringComparison.Ordinal);
        Read(attack).Refusal!.Code.ShouldBe(BankFileRefusals.DocumentType);
        Read(Camt.Replace("<Id>2022-07-04</Id>", "<Id>&a;</Id>", StringComparison.Ordinal)).Refusal!.Code
            .ShouldBe(BankFileRefusals.Wrong);
    }

    [Fact]
    public void A_file_that_is_too_large_or_empty_is_refused()
    {
        BankFile.Read(new byte[BankFile.MostBytes + 1]).Refusal!.Code.ShouldBe(BankFileRefusals.TooLarge);
        Read(" \n").Refusal!.Code.ShouldBe(BankFileRefusals.Wrong);
        var many = new StringBuilder(Head);
        for (var i = 1; i <= BankFile.MostLines + 1; i++)
        {
            many.Append(System.Globalization.CultureInfo.InvariantCulture, $"1,S,2022-07-04,r{i},CNY,,1,{i}\n");
        }

        Read(many.ToString()).Refusal!.Code.ShouldBe(BankFileRefusals.TooManyLines);
    }

    [Fact]
    public void A_csv_file_is_read_by_the_names_of_its_columns_in_either_language_and_encoding()
    {
        var english = Head
            + "42000099,S1,2022-07-04,R1,CNY,,70.50,170.50,6222 1,\"Plant \"\"One\"\", Ltd\",,in\n"
            + "42000099,S1,20220704,R2,CNY,15,0.00,155.50,,,TH-W1,\n"
            + "42000099,S2,2022/07/05,,CNY,,,155.50,,,,\n";
        var statements = Read(english).Value;
        statements.Count.ShouldBe(2);
        (statements[0].Opening, statements[0].Closing).ShouldBe((Yuan("100.00"), Yuan("155.50")));
        statements[0].Lines.ShouldBe(
        [
            new StatedLine("R1", Day, Yuan("70.50"), "6222 1", "Plant \"One\", Ltd", null, "in"),
            new StatedLine("R2", Day, Yuan("-15.00"), EndToEnd: "TH-W1"),
        ]);
        (statements[1].Opening, statements[1].Closing, statements[1].Lines.Count)
            .ShouldBe((Yuan("155.50"), Yuan("155.50"), 0));

        const string chinese = "余额,贷方,借方,流水号,记账日期,对账单号,账号,币种,对方户名\r\n"
            + "-1.00,,1.00,R1,2022-07-04,S1,42000099,CNY,第一电厂\r\n";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(chinese);
        var utf8 = Encoding.UTF8.GetBytes(chinese);
        foreach (var bytes in new[] { gbk, utf8, [0xEF, 0xBB, 0xBF, .. utf8] })
        {
            var one = BankFile.Read(bytes).Value.ShouldHaveSingleItem();
            (one.Opening, one.Closing, one.Lines[0].Name).ShouldBe((Yuan("0.00"), Yuan("-1.00"), "第一电厂"));
        }
    }

    [Theory]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,70.50,170.50\n42000099,S1,2022-07-04,R2,CNY,,1.00,171.51", 3, "170.51")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,1.00,1.00,1.00", 2, "both")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,,1.00", 2, "neither debit nor credit")]
    [InlineData("42000099,S1,2022-07-04,,CNY,,1.00,1.00", 2, "reference is empty")]
    [InlineData("42000099,S1,yesterday,R1,CNY,,1.00,1.00", 2, "yesterday")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,1.005,1.00", 2, "1.005")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,\"1,000.00\",1.00", 2, "1,000.00")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,1.00,", 2, "balance is empty")]
    [InlineData("42000099,S1,2022-07-04,R1,XXXX,,1.00,1.00", 2, "XXXX")]
    [InlineData("42000099,S1,2022-07-04,R1,CNY,,1.00,1.00\n42000099,S1,2022-07-04,R2,USD,,1.00,2.00", 3, "currency")]
    [InlineData("42000099,S1,2022-07-04,\"R1,CNY,,1.00,1.00", 2, "not closed")]
    [InlineData("", 2, "neither an entry")]
    public void What_is_wrong_in_a_csv_file_is_said_with_its_line(string rows, int line, string said)
    {
        var refusal = Read(Head + rows).Refusal!;
        refusal.Code.ShouldBe(BankFileRefusals.Wrong);
        refusal["line"].ShouldBe(line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        refusal.Message("en").ShouldContain(said);
        refusal.Message("zh").ShouldNotContain("{");
    }

    [Fact]
    public void A_csv_file_without_a_column_or_with_one_twice_is_refused()
    {
        Read(Head.Replace("balance,", "", StringComparison.Ordinal)).Refusal!.Message("en").ShouldContain("balance");
        Read(Head.Replace("text", "debit", StringComparison.Ordinal)).Refusal!.Message("en").ShouldContain("twice");
    }
}

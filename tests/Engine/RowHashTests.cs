using System.Security.Cryptography;
using System.Text;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Tests;

public sealed class RowHashTests
{
    private static readonly JournalRow Sample = new(
        "china-2021",
        42,
        new DateTimeOffset(2023, 12, 31, 15, 59, 59, 7, TimeSpan.Zero),
        new UserId("王会计"),
        "surrender",
        CommandId.Parse("000102030405060708090a0b0c0d0e0f"),
        Digest.Parse(new string('a', 64)),
        """[{"event":"surrendered","data":{"note":"履约"}}]"""u8.ToArray(),
        Digest.Parse(new string('b', 64)),
        default);

    /// <summary>By a shell, once, with nothing of ours: printf '%s\n…%s' … | sha256sum.</summary>
    [Fact]
    public void The_hash_is_what_sha256sum_says() => new RowHash().Of(Sample).ToString()
        .ShouldBe("f70ca373dc35166442ef7990b4e3aecdc31930774b38efac53350a33ca1a8b70");

    [Fact]
    public void The_hash_is_SHA_256_of_eight_lines_and_the_events()
    {
        var text = string.Join('\n', new[]
        {
            new string('b', 64), "china-2021", "42", "2023-12-31T15:59:59.007Z", "王会计", "surrender",
            "000102030405060708090a0b0c0d0e0f", new string('a', 64),
            """[{"event":"surrendered","data":{"note":"履约"}}]""",
        });

        new RowHash().Of(Sample).ToString()
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Every_field_is_covered()
    {
        var hash = new RowHash();
        var variants = new[]
        {
            Sample with { Scheme = "china-2022" },
            Sample with { Sequence = 43 },
            Sample with { Time = Sample.Time.AddMilliseconds(1) },
            Sample with { Actor = new UserId("王会") },
            Sample with { Command = "advance" },
            Sample with { CommandId = new CommandId(1) },
            Sample with { InputHash = default },
            Sample with { Events = "[]"u8.ToArray() },
            Sample with { Previous = default },
        };

        variants.Append(Sample).Select(hash.Of).Distinct().Count().ShouldBe(10);
        hash.Of(Sample with { Hash = Digest.Of([1]) }).ShouldBe(hash.Of(Sample));
    }

    [Fact]
    public void A_long_row_after_a_short_one_and_back_hash_the_same()
    {
        var hash = new RowHash();
        var first = hash.Of(Sample);
        var longer = Sample with { Events = new byte[100_000] };

        hash.Of(longer).ShouldBe(new RowHash().Of(longer));
        hash.Of(Sample).ShouldBe(first);
    }
}

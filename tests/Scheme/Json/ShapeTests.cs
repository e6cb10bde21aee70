using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tanheng.Scheme.Tests.Json;

/// <summary>
/// Every shape in which an event was ever written is in the folder <c>shapes</c>, one file each, and stays readable for
/// good. A file is never changed once a release has written such rows: a new shape is a new event name, and the old one
/// gets an upcaster (<see cref="Catalogue.Retired"/>). Files that are missing are written by
/// <c>TANHENG_WRITE_SHAPES=1 ./test ShapeTests</c>.
/// </summary>
public sealed class ShapeTests
{
    private static readonly string Folder = Path.Combine(Here(), "shapes");

    public static TheoryData<string> EventNames => [.. Catalogue.Scheme.Events.Select(entry => entry.Name)];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void Every_event_has_its_shape_on_file(string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("TANHENG_WRITE_SHAPES") == "1")
        {
            File.WriteAllText(file, Written((Event)RoundTripTests.Sample(
                Catalogue.Scheme.EventNamed(name)!.Type, full: true)!) + "\n");
        }

        File.Exists(file).ShouldBeTrue($"no {file}: see the note at the top of this test");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shape_ever_written_still_reads(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file)).TrimEnd();
        var happened = SchemeJson.ReadEvents(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();

        // What is still written today is written just so; a retired shape reads as its successor.
        if (Catalogue.Scheme.EventNamed(Path.GetFileNameWithoutExtension(file)) is not null)
        {
            Written(happened).ShouldBe(text);
        }
    }

    [Fact]
    public void Every_retired_event_has_its_shape_on_file_and_a_successor_that_can_be_read()
    {
        foreach (var retired in Catalogue.Scheme.RetiredEvents)
        {
            File.Exists(Path.Combine(Folder, retired.Name + ".json")).ShouldBeTrue(retired.Name);
            (Catalogue.Scheme.EventNamed(retired.Successor) is not null
                || Catalogue.Scheme.RetiredNamed(retired.Successor) is not null).ShouldBeTrue(retired.Name);
        }
    }

    private static string Written(Event happened)
    {
        var output = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(output, [happened]);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

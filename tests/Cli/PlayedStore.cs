using Tanheng.Storage.Sqlite;

namespace Tanheng.Cli.Tests;

/// <summary>A store in which the program itself has played the story of 2021 and 2022. Tests that change it take a copy.</summary>
public sealed class PlayedStore : IAsyncLifetime
{
    public const string Story = "china-2021-2022";

    /// <summary>The folder for <c>--data</c>.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("tanheng-test-").FullName;

    public async Task InitializeAsync()
    {
        var run = await Tool.Run("scenario", "run", Story, "--data", Path);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return Task.CompletedTask;
    }

    internal TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>The last row of the story's journal in a folder.</summary>
    internal static (long Sequence, string Hash) Head(string folder)
    {
        using var journal = new SqliteJournal(folder, Story);
        var head = journal.Head();
        return (head.Sequence, head.Hash.ToString());
    }
}

/// <summary>Tests that share the played store.</summary>
[CollectionDefinition(Name)]
public sealed class PlayedStoreTests : ICollectionFixture<PlayedStore>
{
    public const string Name = "played store";
}

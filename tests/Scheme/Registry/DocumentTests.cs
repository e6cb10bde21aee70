using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>Requests for documents and notes of officials, in the test market on 1 January 2022.</summary>
public sealed class DocumentTests
{
    private static readonly Digest[] Files = [Digest.Of([1]), Digest.Of([2])];

    private readonly Market market = Market.Found();

    [Fact]
    public void R182_documents_are_asked_for_by_a_day_and_come_by_their_digests()
    {
        var holder = Admit();
        market.Do(Ask(holder, "2022-01-10"));
        market.State.Registry.Documents[0].Status.ShouldBe(DocumentStatus.Open);
        market.At("2022-01-10 23:59").Do(new ProvideDocuments(holder.Id, 1, Files, "both"), by: "li")
            .OfType<DocumentsProvided>().Single().Late.ShouldBeFalse();
        market.State.Registry.Documents[0].Files.ShouldBe(Files);
        market.Refuse(new ProvideDocuments(holder.Id, 1, Files), by: "li").ShouldBe(DocumentRefusals.RequestOver);
        market.ShouldReplay();
    }

    [Fact]
    public void R182_the_last_day_lies_ahead_and_what_comes_after_it_is_marked()
    {
        var holder = Admit();
        market.Refuse(Ask(holder, "2022-01-01")).ShouldBe(DocumentRefusals.DayNotAhead);
        market.Do(Ask(holder, "2022-01-02"));
        market.At("2022-01-03 00:00").Do(new ProvideDocuments(holder.Id, 1, Files), by: "li");
        market.State.Registry.Documents[0].Late.ShouldBeTrue();
    }

    [Fact]
    public void R182_only_the_holder_answers_and_officials_cancel()
    {
        var holder = Admit();
        var other = market.Admit(2, people: new NewRepresentative(new UserId("wu"), Rights.Read | Rights.Initiate));
        market.Do(Ask(holder, "2022-01-10"));
        market.Refuse(new ProvideDocuments(holder.Id, 1, Files)).ShouldBe(SchemeRefusals.NotPermitted);
        market.Refuse(new ProvideDocuments(other.Id, 1, Files), by: "wu").ShouldBe(DocumentRefusals.UnknownRequest);
        market.Refuse(new ProvideDocuments(holder.Id, 1, []), by: "li").ShouldBe(DocumentRefusals.NoFiles);
        market.Refuse(new CancelDocumentRequest(2, "x")).ShouldBe(DocumentRefusals.UnknownRequest);
        market.Refuse(new CancelDocumentRequest(1, "")).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(new CancelDocumentRequest(1, "found them"));
        market.State.Registry.Documents[0].Status.ShouldBe(DocumentStatus.Cancelled);
        market.Refuse(Ask(holder, "2022-01-10") with { Documents = " " }).ShouldBe(RegistryRefusals.TextMissing);
        market.Refuse(Ask(holder, "2022-01-10"), by: "li").ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void R198_officials_write_notes_on_holders_and_accounts_and_take_them_away()
    {
        var holder = Admit();
        var account = holder.RegistryAccount!.Value;
        market.Do(new AddNote("called them", Holder: holder.Id));
        market.Do(new AddNote("watch this", Account: account));
        Notes.About(market.State, holder.Id).Select(note => note.Text).ShouldBe(["watch this", "called them"]);
        Notes.About(market.State, account).ShouldHaveSingleItem().By.ShouldBe(Market.Admin);
        market.Do(new RemoveNote(2, "settled"));
        Notes.About(market.State, account).ShouldBeEmpty();
        market.Do(new AddNote("again", Account: account)).OfType<NoteAdded>().Single().Number.ShouldBe(3);
        market.ShouldReplay();
    }

    [Fact]
    public void R198_a_note_is_about_one_thing_and_representatives_write_none()
    {
        var holder = Admit();
        market.Refuse(new AddNote("", Holder: holder.Id)).ShouldBe(RegistryRefusals.TextMissing);
        market.Refuse(new AddNote("x")).ShouldBe(DocumentRefusals.NoteSubject);
        market.Refuse(new AddNote("x", holder.Id, holder.RegistryAccount)).ShouldBe(DocumentRefusals.NoteSubject);
        market.Refuse(new AddNote("x", new HolderId(9))).ShouldBe(RegistryRefusals.UnknownHolder);
        market.Refuse(new AddNote("x", holder.Id), by: "li").ShouldBe(SchemeRefusals.NotPermitted);
        market.Refuse(new RemoveNote(1, "x")).ShouldBe(DocumentRefusals.UnknownNote);
    }

    private Holder Admit() =>
        market.Admit(1, people: new NewRepresentative(new UserId("li"), Rights.Read | Rights.Initiate));

    private static RequestDocuments Ask(Holder holder, string by) =>
        new(holder.Id, "the lease of the site", DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture));
}

using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

public sealed class AttachmentTests
{
    [Theory]
    [EachDatabase]
    public void What_is_put_comes_back_by_its_hash(Database database) => Store.With(database, store =>
    {
        using var attachments = store.OpenAttachments();
        byte[] content = [1, 2, 3];

        // printf '\x01\x02\x03' | sha256sum
        var expected = Digest.Parse("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        attachments.Has(expected).ShouldBeFalse();
        attachments.Put(content).Value.ShouldBe(expected);
        attachments.Put(content, expected).Value.ShouldBe(expected);
        attachments.Has(expected).ShouldBeTrue();
        attachments.Get(expected).Value.ShouldBe(content);
        attachments.Get(Digest.Of([9])).Value.ShouldBeNull();
        attachments.Put(Array.Empty<byte>()).Refusal.ShouldBeNull();
    });

    [Theory]
    [EachDatabase]
    public void A_wrong_hash_and_too_much_are_refused(Database database) => Store.With(database, store =>
    {
        using var attachments = store.OpenAttachments();
        var wrong = attachments.Put(new byte[] { 1 }, Digest.Of([2])).Refusal.ShouldNotBeNull();
        var large = attachments.Put(new byte[AttachmentRules.MaxBytes + 1]).Refusal.ShouldNotBeNull();

        wrong.Code.ShouldBe(JournalRefusals.WrongAttachmentHash);
        wrong["claimed"].ShouldBe(Digest.Of([2]).ToString());
        large.Code.ShouldBe(JournalRefusals.AttachmentTooLarge);
        attachments.Has(Digest.Of([1])).ShouldBeFalse();
    });

    [Theory]
    [EachDatabase]
    public void Content_changed_in_the_database_is_not_given_out(Database database) => Store.With(database, store =>
    {
        using var attachments = store.OpenAttachments();
        var hash = attachments.Put(new byte[] { 1 }).Value;
        store.Tamper("", database == Database.Sqlite
            ? "update attachment set content = x'02'"
            : "update attachment set content = '\\x02'");

        attachments.Get(hash).Refusal.ShouldNotBeNull().Code.ShouldBe(JournalRefusals.WrongAttachmentHash);
    });
}

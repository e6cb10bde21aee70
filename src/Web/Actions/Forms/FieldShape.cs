using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Actions.Forms;

/// <summary>A field of a command, as reflection and its words describe it.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Path">Names from the command down, such as <c>lines.facility</c>; rows have no numbers here.</param>
/// <param name="Type">Its type without null.</param>
/// <param name="Kind">How it is entered.</param>
/// <param name="Required">True when it must be given.</param>
/// <param name="Words">What people call it.</param>
/// <param name="Children">Fields of a group, or of each row.</param>
/// <param name="Item">The value of each line of <see cref="FieldKind.Items"/>.</param>
public sealed record FieldShape(
    string Name,
    string Path,
    Type Type,
    FieldKind Kind,
    bool Required,
    FieldWord Words,
    ImmutableArray<FieldShape> Children,
    FieldShape? Item = null)
{
    /// <summary>True when it may be left out of the JSON.</summary>
    public bool Omittable { get; init; }

    /// <summary>This field and all within it.</summary>
    public IEnumerable<FieldShape> All() => [this, .. Children.SelectMany(child => child.All())];
}

/// <summary>The fields of a command.</summary>
public sealed class CommandShape
{
    private static readonly Dictionary<string, CommandShape> Known = Catalogue.Scheme.Commands
        .Where(entry => !ActionWords.IsInternal(entry))
        .ToDictionary(entry => entry.Name, entry => new CommandShape(entry));

    private CommandShape(CommandEntry entry)
    {
        Entry = entry;
        Fields = FieldsOf(entry.Type, entry.Name, "");
    }

    /// <summary>The command.</summary>
    public CommandEntry Entry { get; }

    /// <summary>Its fields in the order of the record.</summary>
    public ImmutableArray<FieldShape> Fields { get; }

    /// <summary>Every field, those of groups and rows included.</summary>
    public IEnumerable<FieldShape> All() => Fields.SelectMany(field => field.All());

    /// <summary>The fields of a command.</summary>
    public static CommandShape Of(CommandEntry entry) => Known[entry.Name];

    /// <summary>The name of a record in the words: <c>report-line</c>.</summary>
    internal static string NameOf(Type record) => JsonNamingPolicy.KebabCaseLower.ConvertName(record.Name);

    private static ImmutableArray<FieldShape> FieldsOf(Type record, string owner, string path)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = record.GetConstructors()
            .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != record)
            .MaxBy(one => one.GetParameters().Length)!;
        return
        [
            .. constructor.GetParameters().Select(parameter => Field(
                parameter.ParameterType,
                owner,
                path,
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!),
                nullability.Create(parameter).ReadState == NullabilityState.Nullable || parameter.HasDefaultValue)),
        ];
    }

    private static FieldShape Field(Type declared, string owner, string path, string name, bool omittable)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var words = FieldWords.Of(owner, name);
        var kind = words.Kind ?? KindOf(type, declared);
        var whole = path.Length == 0 ? name : path + "." + name;
        var children = kind switch
        {
            FieldKind.Group => FieldsOf(type, NameOf(type), whole),
            FieldKind.Rows => FieldsOf(ItemOf(type)!, NameOf(ItemOf(type)!), whole),
            _ => [],
        };
        var item = kind == FieldKind.Items ? ItemShape(ItemOf(type)!, name, whole, words) : null;
        var required = !omittable && !words.MayBeEmpty && kind is not (FieldKind.Flag or FieldKind.Items
            or FieldKind.Rows or FieldKind.Inputs or FieldKind.Group);
        return new FieldShape(name, whole, type, kind, required, words, children, item) { Omittable = omittable };
    }

    private static FieldShape ItemShape(Type type, string name, string path, FieldWord words) => new(
        name, path, type, words.ItemKind ?? KindOf(type, type), true, words, []);

    private static FieldKind KindOf(Type type, Type declared) => type switch
    {
        _ when declared == typeof(bool?) => FieldKind.Choice,
        _ when type == typeof(string) => FieldKind.Line,
        _ when type == typeof(bool) => FieldKind.Flag,
        _ when type == typeof(int) || type == typeof(long) => FieldKind.Whole,
        _ when type == typeof(Asset) => FieldKind.Asset,
        _ when type == typeof(decimal) => FieldKind.Number,
        _ when type == typeof(DateOnly) => FieldKind.Date,
        _ when type == typeof(DateTime) => FieldKind.Moment,
        _ when type == typeof(Tonnes) => FieldKind.Tonnes,
        _ when type == typeof(Money) => FieldKind.Money,
        _ when type == typeof(Price) => FieldKind.Price,
        _ when type == typeof(Percent) => FieldKind.Percent,
        _ when type == typeof(Rights) => FieldKind.Rights,
        _ when type.IsEnum => FieldKind.Choice,
        _ when type == typeof(HolderId) => FieldKind.Holder,
        _ when type == typeof(AccountId) => FieldKind.Account,
        _ when type == typeof(FacilityId) => FieldKind.Facility,
        _ when type == typeof(GeneratingUnitId) => FieldKind.GeneratingUnit,
        _ when type == typeof(CaseId) => FieldKind.Case,
        _ when type == typeof(FreezeId) => FieldKind.Freeze,
        _ when type == typeof(Scheme.Registry.PledgeId) => FieldKind.Pledge,
        _ when type == typeof(TransactionId) => FieldKind.Transaction,
        _ when type == typeof(ProposalId) => FieldKind.Proposal,
        _ when type == typeof(OrderId) => FieldKind.Order,
        _ when type == typeof(BlockId) => FieldKind.Block,
        _ when type == typeof(AuctionId) => FieldKind.Auction,
        _ when type == typeof(OfferId) => FieldKind.Offer,
        _ when type == typeof(IntentionId) => FieldKind.Intention,
        _ when type == typeof(DealId) => FieldKind.Deal,
        _ when type == typeof(OtcId) => FieldKind.Otc,
        _ when type == typeof(WithdrawalId) => FieldKind.Withdrawal,
        _ when type == typeof(BankLineId) => FieldKind.BankLine,
        _ when type == typeof(SettlementObjectionId) => FieldKind.SettlementObjection,
        _ when type == typeof(CorrectionId) => FieldKind.Correction,
        _ when type == typeof(Scheme.Supervision.AlertId) => FieldKind.Alert,
        _ when type == typeof(Scheme.Supervision.InquiryId) => FieldKind.Inquiry,
        _ when type == typeof(ForeignBulletinId) => FieldKind.ForeignBulletin,
        _ when type == typeof(CompliancePeriod) => FieldKind.Period,
        _ when type == typeof(SerialSet) => FieldKind.Serials,
        _ when type == typeof(UserId) => FieldKind.User,
        _ when type == typeof(MethodReference) => FieldKind.Method,
        _ when type == typeof(MethodInputs) => FieldKind.Inputs,
        _ when type == typeof(Digest) => FieldKind.File,
        _ when type == typeof(Text) => FieldKind.TwoLanguages,
        _ when ItemOf(type) is { } item => IsRecord(item) ? FieldKind.Rows : FieldKind.Items,
        _ => FieldKind.Group,
    };

    private static bool IsRecord(Type type) =>
        type.IsClass && type != typeof(string) && type != typeof(MethodInputs) && type != typeof(Text);

    private static Type? ItemOf(Type type) => type.IsGenericType
        && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;
}

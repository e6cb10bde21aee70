using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Where letters arrive.</summary>
/// <param name="Street">Street and house, or what stands for it.</param>
/// <param name="Place">Town or district.</param>
/// <param name="PostCode">Empty where there is none.</param>
/// <param name="Country">ISO 3166-1, two letters.</param>
public sealed record PostalAddress(string Street, string Place, string PostCode, string Country);

/// <summary>What a contact is asked about.</summary>
public enum ContactRole
{
    /// <summary>主要: everything.</summary>
    [Called("主要", "primary")]
    Primary,

    /// <summary>备用: when the first does not answer.</summary>
    [Called("备用", "alternative")]
    Alternative,

    /// <summary>财务: bills.</summary>
    [Called("财务", "billing")]
    Billing,

    /// <summary>销售: offers to sell allowances; published where the scheme keeps such a list.</summary>
    [Called("销售", "sales")]
    Sales,
}

/// <summary>
/// Whom to ask. The journal keeps it for good: prefer an office and its mailbox to a person's own.
/// </summary>
public sealed record Contact(ContactRole Role, string Name, string Position, string Phone, string Email);

/// <summary>A natural person's names and, where the rulebook asks, country of birth (ISO 3166-1).</summary>
public sealed record PersonName(string Given, string Family, string? BirthCountry = null);

/// <summary>What is known of a holder beside its code and name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is; null when not given.</param>
/// <param name="Contacts">At most one of each role.</param>
/// <param name="Person">Of individuals only.</param>
public sealed record HolderDetails(
    HolderKind Kind, PostalAddress? Address, IReadOnlyList<Contact> Contacts, PersonName? Person = null)
{
    /// <summary>The contact of a role, or null.</summary>
    public Contact? ContactFor(ContactRole role) => Contacts.FirstOrDefault(contact => contact.Role == role);

    /// <summary>True when both say the same.</summary>
    public bool IsSame(HolderDetails? other) => other is not null && Kind == other.Kind && Address == other.Address
        && Person == other.Person && Contacts.SequenceEqual(other.Contacts);
}

/// <summary>Says, or changes, what is known of a holder. The holder asks, officials decide.</summary>
public sealed record DescribeHolder(HolderId Holder, HolderDetails Details) : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"details {Holder}"];
}

/// <summary>What is known of a holder is now this.</summary>
public sealed record HolderDescribed(HolderId Holder, HolderDetails Details) : Event;

/// <summary>
/// 主体资料. What has to be given is the rulebook's (<c>registry.holder_details</c>, by kind of holder); an account is not
/// activated without it. Refusals in order: unknown holder; holder not active; a detail that the rulebook asks for is
/// missing; contact twice; bad detail (country, post code, telephone, e-mail, a name, a person who is none); nothing to
/// do.
/// </summary>
public static class HolderDescription
{
    private static readonly IReadOnlyDictionary<HolderKind, IReadOnlyList<HolderField>> Nothing =
        new Dictionary<HolderKind, IReadOnlyList<HolderField>>();

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<DescribeHolder>(
            "describe-holder", Permission.OnRequestOfHolder(Role.Authority, Role.RegistryOperator), Decide)
        .Event<HolderDescribed>("holder-described", Apply);

    /// <summary>The first detail that the rulebook asks for and nobody gave, or null.</summary>
    internal static Refusal? Missing(SchemeState state, Holder holder) =>
        Missing(state, holder.Details ?? new HolderDetails(HolderKind.Organisation, null, []));

    private static Refusal? Missing(SchemeState state, HolderDetails details)
    {
        var asked = (state.Rules.Registry.Details ?? Nothing).GetValueOrDefault(details.Kind) ?? [];
        foreach (var field in asked)
        {
            if (!Has(details, field))
            {
                return HolderRefusals.DetailMissing.With(("kind", details.Kind), ("field", field));
            }
        }

        return null;
    }

    private static bool Has(HolderDetails details, HolderField field) => field switch
    {
        HolderField.Address => details.Address is { Street.Length: > 0, Place.Length: > 0 },
        HolderField.PostCode => details.Address is { PostCode.Length: > 0 },
        HolderField.PrimaryContact => details.ContactFor(ContactRole.Primary) is not null,
        HolderField.AlternativeContact => details.ContactFor(ContactRole.Alternative) is not null,
        HolderField.BillingContact => details.ContactFor(ContactRole.Billing) is not null,
        HolderField.PersonName => details.Person is { Given.Length: > 0, Family.Length: > 0 },
        HolderField.BirthCountry => details.Person?.BirthCountry is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DescribeHolder command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        var details = command.Details;
        if ((Missing(state, details) ?? CheckContacts(details) ?? CheckRest(details)) is { } bad)
        {
            return bad;
        }

        return details.IsSame(holder.Details)
            ? RegistryRefusals.NothingToDo.With()
            : Decision.Of(new HolderDescribed(holder.Id, details));
    }

    private static Refusal? CheckContacts(HolderDetails details)
    {
        foreach (var group in details.Contacts.GroupBy(contact => contact.Role))
        {
            if (group.Count() > 1)
            {
                return HolderRefusals.ContactTwice.With(("role", group.Key));
            }
        }

        foreach (var contact in details.Contacts)
        {
            var bad = Bad(contact.Role + ".name", contact.Name, contact.Name.Trim().Length > 0)
                ?? Bad(contact.Role + ".position", contact.Position, contact.Position.Trim().Length > 0)
                ?? Bad(contact.Role + ".phone", contact.Phone, IsPhone(contact.Phone))
                ?? Bad(contact.Role + ".email", contact.Email, IsEmail(contact.Email));
            if (bad is not null)
            {
                return bad;
            }
        }

        return null;
    }

    private static Refusal? CheckRest(HolderDetails details)
    {
        if (details.Address is { } address && (Bad("country", address.Country, IsCountry(address.Country))
            ?? Bad("post-code", address.PostCode, address.PostCode.Length <= 12)) is { } wrong)
        {
            return wrong;
        }

        if (details.Person is not { } person)
        {
            return null;
        }

        return Bad("person", person.Family, details.Kind == HolderKind.Individual)
            ?? Bad("birth-country", person.BirthCountry ?? "", person.BirthCountry is not { } born || IsCountry(born));
    }

    private static Refusal? Bad(string field, string value, bool good) =>
        good ? null : HolderRefusals.BadDetail.With(("field", field), ("value", value));

    private static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    /// <summary>An optional plus, then 5 to 20 digits, which blanks, hyphens and brackets may group.</summary>
    private static bool IsPhone(string text) =>
        text.TrimStart('+').All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '(' or ')')
        && text.LastIndexOf('+') <= 0
        && text.Count(char.IsAsciiDigit) is >= 5 and <= 20;

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var domain = at < 0 ? "" : text[(at + 1)..];
        return at > 0 && text.Length <= 254 && !text.Any(char.IsWhiteSpace) && domain.IndexOf('@') < 0
            && domain.IndexOf('.') > 0 && !domain.EndsWith('.') && !domain.Contains("..", StringComparison.Ordinal);
    }

    private static void Apply(SchemeState state, in Context context, HolderDescribed happened) =>
        Holders.Change(state, happened.Holder, holder => holder with { Details = happened.Details });
}

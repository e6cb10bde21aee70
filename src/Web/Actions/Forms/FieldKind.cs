namespace Tanheng.Web.Actions.Forms;

/// <summary>How a field of a command is entered and read.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Paragraph,

    /// <summary>A whole document as text: a rulebook, a method.</summary>
    Document,

    /// <summary>Whole tonnes.</summary>
    Tonnes,

    /// <summary>An amount of money; without a currency it is the market's.</summary>
    Money,

    /// <summary>Money for each tonne.</summary>
    Price,

    /// <summary>A share in percent.</summary>
    Percent,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>An emission year.</summary>
    Year,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and time in the scheme's zone.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a closed list of names.</summary>
    Choice,

    /// <summary>What a representative may do.</summary>
    Rights,

    /// <summary>An entity.</summary>
    Holder,

    /// <summary>An account.</summary>
    Account,

    /// <summary>A site.</summary>
    Facility,

    /// <summary>A generating unit.</summary>
    GeneratingUnit,

    /// <summary>A case of non-compliance.</summary>
    Case,

    /// <summary>A freeze of units.</summary>
    Freeze,

    /// <summary>A pledge of units.</summary>
    Pledge,

    /// <summary>A transaction of the ledger.</summary>
    Transaction,

    /// <summary>A proposal.</summary>
    Proposal,

    /// <summary>A listed order.</summary>
    Order,

    /// <summary>A block negotiation.</summary>
    Block,

    /// <summary>An auction.</summary>
    Auction,

    /// <summary>A rule of the rulebook for auctions.</summary>
    AuctionRule,
    /// <summary>A priced offer.</summary>
    Offer,

    /// <summary>An intention.</summary>
    Intention,

    /// <summary>A registration of a deal.</summary>
    Deal,

    /// <summary>A report of a deal outside the venue.</summary>
    Otc,

    /// <summary>A withdrawal of money.</summary>
    Withdrawal,

    /// <summary>A line of a bank's statement in suspense.</summary>
    BankLine,

    /// <summary>An objection to a day's settlement.</summary>
    SettlementObjection,

    /// <summary>A correcting entry.</summary>
    Correction,
    /// <summary>An alert of surveillance.</summary>
    Alert,

    /// <summary>An inquiry into somebody's trading.</summary>
    Inquiry,
    /// <summary>A bulletin of another market.</summary>
    ForeignBulletin,

    /// <summary>A compliance period.</summary>
    Period,

    /// <summary>A unit family.</summary>
    Unit,

    /// <summary>A vintage of a unit family; none is <c>0</c>.</summary>
    Vintage,

    /// <summary>Ranges of serials.</summary>
    Serials,

    /// <summary>A person.</summary>
    User,

    /// <summary>A province or member state.</summary>
    Province,

    /// <summary>A sector of the rulebook.</summary>
    Sector,

    /// <summary>A service body.</summary>
    Body,

    /// <summary>A version of a method.</summary>
    Method,

    /// <summary>Inputs of a method.</summary>
    Inputs,

    /// <summary>A file, by its SHA-256.</summary>
    File,

    /// <summary>A secret code of which only the digest is kept.</summary>
    Code,

    /// <summary>Units with their vintage, or a currency, by the ledger's code.</summary>
    Asset,

    /// <summary>A text in the two languages.</summary>
    TwoLanguages,

    /// <summary>Several fields that belong together.</summary>
    Group,

    /// <summary>A list of plain values, one a line.</summary>
    Items,

    /// <summary>A list of groups.</summary>
    Rows,
}

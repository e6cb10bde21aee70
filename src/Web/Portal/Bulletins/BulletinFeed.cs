using System.Globalization;
using System.Text;
using System.Xml;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>A bulletin in a feed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Version">Its last day, and how often it was corrected.</param>
/// <param name="Title">Its heading, with its last day while it grows.</param>
/// <param name="Sentences">What it says.</param>
/// <param name="ClosedAt">When the last of its trading days closed.</param>
public sealed record BulletinItem(
    string Path, string Version, Text Title, IReadOnlyList<Text> Sentences, DateTimeOffset ClosedAt);

/// <summary>What a feed of bulletins tells, whoever reads it.</summary>
/// <param name="Market">The market's short name.</param>
/// <param name="Kind">Daily, weekly, …</param>
/// <param name="Items">The newest first.</param>
public sealed record BulletinNews(Text Market, BulletinKind Kind, IReadOnlyList<BulletinItem> Items);

/// <summary>Bulletins as RSS 2.0, the newest first. A bulletin that grows is a new item with each day.</summary>
public static class BulletinFeed
{
    /// <summary>The content type.</summary>
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const int MostItems = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>What the feed of a kind tells.</summary>
    public static BulletinNews Read(SchemeState state, BulletinKind kind) => new(
        state.Rules.ShortName,
        kind,
        BulletinBook.MainUnit(state) is { } unit
            ? [.. BulletinBook.Periods(state, unit, kind).Take(MostItems).Select(period => ItemOf(state, unit, period))]
            : []);

    /// <summary>The feed as text.</summary>
    /// <param name="news">What it tells.</param>
    /// <param name="site">Where the portal is, without a slash behind it.</param>
    /// <param name="language">zh or en.</param>
    public static string Write(BulletinNews news, string site, string language)
    {
        var output = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(output, settings))
        {
            var word = BulletinView.WordOf(news.Kind);
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            var title = Words.BulletinFeedTitle(news.Market, Names.Of(news.Kind)).In(language);
            xml.WriteElementString("title", title);
            xml.WriteElementString("link", $"{site}/market/bulletins?kind={word}");
            xml.WriteElementString("description", Words.BulletinsLead.In(language));
            xml.WriteElementString("language", language == "en" ? "en" : "zh-CN");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", $"{site}/market/bulletins.rss?kind={word}&lang={language}");
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            foreach (var item in news.Items)
            {
                Write(xml, item, site, language);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + output;
    }

    private static BulletinItem ItemOf(SchemeState state, string unit, BulletinPeriod period)
    {
        var bulletin = BulletinBook.Of(state, unit, period)!;
        var (title, last) = (BulletinText.Title(period), bulletin.Days[^1].Day);
        return new BulletinItem(
            BulletinView.PathOf(period),
            last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                + (bulletin.Corrections.Count > 0 ? FormattableString.Invariant($".{bulletin.Corrections.Count}") : ""),
            bulletin.Over ? title : Words.BulletinSoFar(title, last),
            BulletinText.Of(state.Rules, bulletin),
            BulletinView.ClosedOf(state, bulletin));
    }

    private static void Write(XmlWriter xml, BulletinItem item, string site, string language)
    {
        var path = site + item.Path;
        xml.WriteStartElement("item");
        xml.WriteElementString("title", item.Title.In(language));
        xml.WriteElementString("link", path);
        xml.WriteElementString("description", string.Join(
            language == "en" ? " " : "", item.Sentences.Select(one => one.In(language))));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"{path}#{item.Version}");
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", item.ClosedAt.ToString("r", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}

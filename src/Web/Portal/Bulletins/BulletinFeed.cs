using System.Globalization;
using System.Text;
using System.Xml;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>Bulletins as RSS 2.0, the newest first. A bulletin that grows is a new item with each day.</summary>
public static class BulletinFeed
{
    /// <summary>The content type.</summary>
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const int MostItems = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of a kind.</summary>
    /// <param name="state">The market.</param>
    /// <param name="kind">Daily, weekly, …</param>
    /// <param name="site">Where the portal is, without a slash behind it.</param>
    /// <param name="language">zh or en.</param>
    public static string Of(SchemeState state, BulletinKind kind, string site, string language)
    {
        var output = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(output, settings))
        {
            var word = BulletinView.WordOf(kind);
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            var title = Words.BulletinFeedTitle(state.Rules.ShortName, Names.Of(kind)).In(language);
            xml.WriteElementString("title", title);
            xml.WriteElementString("link", $"{site}/market/bulletins?kind={word}");
            xml.WriteElementString("description", Words.BulletinsLead.In(language));
            xml.WriteElementString("language", language == "en" ? "en" : "zh-CN");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", $"{site}/market/bulletins.rss?kind={word}&lang={language}");
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            if (BulletinBook.MainUnit(state) is { } unit)
            {
                foreach (var period in BulletinBook.Periods(state, unit, kind).Take(MostItems))
                {
                    Item(xml, state, BulletinBook.Of(state, unit, period)!, site, language);
                }
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + output;
    }

    private static void Item(XmlWriter xml, SchemeState state, Bulletin bulletin, string site, string language)
    {
        var path = site + BulletinView.PathOf(bulletin.Period);
        var (title, last) = (BulletinText.Title(bulletin.Period), bulletin.Days[^1].Day);
        var text = string.Join(
            language == "en" ? " " : "", BulletinText.Of(state.Rules, bulletin).Select(one => one.In(language)));
        xml.WriteStartElement("item");
        xml.WriteElementString(
            "title", (bulletin.Over ? title : Words.BulletinSoFar(title, last)).In(language));
        xml.WriteElementString("link", path);
        xml.WriteElementString("description", text);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(path + "#" + last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + (bulletin.Corrections.Count > 0 ? FormattableString.Invariant($".{bulletin.Corrections.Count}") : ""));
        xml.WriteEndElement();
        xml.WriteElementString(
            "pubDate", BulletinView.ClosedOf(state, bulletin).ToString("r", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}

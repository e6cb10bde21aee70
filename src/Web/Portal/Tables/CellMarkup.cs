using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Portal.Tables;

/// <summary>
/// Cells as they are drawn. A page has hundreds of them, so they are plain markup: a component for each would cost more
/// than everything else on the page.
/// </summary>
public static class CellMarkup
{
    /// <summary>A cell as its column says: drawn its own way, a state, acts, a link, or the plain value.</summary>
    public static RenderFragment Of<T>(Column<T> column, T row, string language) => column switch
    {
        { Cell: { } cell } => cell(row),
        { Acts: { } acts } => Links(acts(row), language),
        _ => builder => Add(builder, column, row, language),
    };

    /// <summary>Small buttons in a row.</summary>
    public static RenderFragment Links(IReadOnlyList<Act> acts, string language) => builder =>
    {
        if (acts.Count == 0)
        {
            return;
        }

        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "act-links");
        foreach (var (path, word) in acts)
        {
            builder.OpenElement(2, "a");
            builder.AddAttribute(3, "class", "button plain little");
            builder.AddAttribute(4, "href", path);
            builder.AddContent(5, word.In(language));
            builder.CloseElement();
        }

        builder.CloseElement();
    };

    /// <summary>Why something is refused, in small print.</summary>
    private static RenderFragment Reason(Refusal refusal, string language) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "reason");
        builder.AddContent(2, refusal.Message(language) + " ");
        builder.OpenElement(3, "code");
        builder.AddContent(4, "TH" + refusal.Code.Number);
        builder.CloseElement();
        builder.CloseElement();
    };

    private static void Add<T>(RenderTreeBuilder builder, Column<T> column, T row, string language)
    {
        var value = column.Value(row);
        var shown = Cells.Show(value, language);
        if (column.Link?.Invoke(row) is { } link)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "href", link);
            AddText(builder, shown, column.Cited);
            builder.CloseElement();
        }
        else if (value is not null && ToneOf(column, row, value) is { } tone)
        {
            builder.OpenElement(2, "span");
            builder.AddAttribute(3, "class", "tag " + tone);
            builder.AddContent(4, shown);
            builder.CloseElement();
            if (column.Why?.Invoke(row) is { } why)
            {
                builder.AddContent(5, Reason(why, language));
            }
        }
        else
        {
            AddText(builder, shown, column.Cited);
        }
    }

    private static string? ToneOf<T>(Column<T> column, T row, object value) => value switch
    {
        _ when column.Tone is { } tone => tone(row),
        ObligationStatus status => Names.Tone(status),
        Standing standing => Names.Tone(standing),
        _ => null,
    };

    private static void AddText(RenderTreeBuilder builder, string text, bool cited)
    {
        if (cited)
        {
            builder.OpenElement(6, "cite");
            builder.AddContent(7, text);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(8, text);
        }
    }
}

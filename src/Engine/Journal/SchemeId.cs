namespace Tanheng.Engine.Journal;

/// <summary>A market's id as it names files and rows: 1 to 60 lower-case letters, digits and hyphens.</summary>
public static class SchemeId
{
    /// <summary>True when the text is an id.</summary>
    public static bool IsValid(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return text.Length is > 0 and <= 60 && text[0] != '-';
    }
}

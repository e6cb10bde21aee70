using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Tanheng.Engine.People;

namespace Tanheng.Web.People;

/// <summary>
/// Where the framework keeps the keys of cookies and forms: with the people, so that sessions outlive a restart and
/// hold at every process of a deployment.
/// </summary>
internal sealed class PeopleKeys(IProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.ProtectionKeys().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.AddProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}

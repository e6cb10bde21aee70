using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// On a page or endpoint: only for persons who have one of these offices in the scheme at this moment. A visitor is led
/// to the sign-in; everybody else gets 403.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OfficeAttribute(params Role[] offices)
    : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>Any of these.</summary>
    public IReadOnlyList<Role> Offices => offices;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the scheme.</summary>
internal sealed class OfficeHandler(Market market) : AuthorizationHandler<OfficeAttribute>
{
    protected override async Task HandleRequirementAsync(
        AuthorizationHandlerContext context, OfficeAttribute requirement)
    {
        if (Caller.Of(context.User) is not { } caller)
        {
            return;
        }

        var mandate = await market.Read(state => Mandate.Of(state, caller.User));
        if (requirement.Offices.Any(mandate.Is))
        {
            context.Succeed(requirement);
        }
    }
}

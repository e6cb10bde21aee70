using Tanheng.Quantities;

namespace Tanheng.Web.Feed;

/// <summary>Why the feed is not opened. Its numbers are 10501 to 10549.</summary>
public static class FeedRefusals
{
    /// <summary>Too many connections of one address.</summary>
    public static readonly RefusalCode TooManyOfAddress = RefusalCode.Passing(
        10501,
        "feed-connections-of-address",
        "同一地址的行情连接已达 {limit} 个：请关闭不用的页面后再试。",
        "There are {limit} connections to the feed from this address already: close some and try again.");

    /// <summary>Too many connections altogether.</summary>
    public static readonly RefusalCode Full = RefusalCode.Passing(
        10502,
        "feed-full",
        "行情连接已达 {limit} 个：请稍后再试，或改用 {instead} 查询。",
        "The feed serves {limit} connections already: try again shortly, or ask {instead}.");

    /// <summary>Nothing of this name is traded.</summary>
    public static readonly RefusalCode UnknownInstrument = RefusalCode.Final(
        10503,
        "feed-instrument-not-traded",
        "没有标的 {instrument} 的行情；现有：{known}。",
        "There is no feed of {instrument}; there are: {known}.");

    /// <summary>A browser or program that did not ask for a WebSocket.</summary>
    public static readonly RefusalCode NotAWebSocket = RefusalCode.Final(
        10504,
        "feed-not-a-websocket",
        "此地址只接受 WebSocket 连接；服务器推送事件请用 {instead}。",
        "This address is for WebSocket connections; for server-sent events use {instead}.");

    /// <summary>A sequence number that is none.</summary>
    public static readonly RefusalCode BadSequence = RefusalCode.Final(
        10505,
        "feed-bad-sequence",
        "“{after}”不是消息序号：请送回收到的最后一条消息的 sequence，或省略。",
        "\"{after}\" is no sequence number: send back that of the last message received, or leave it out.");
}

using Extractor.Fetching.Harvesting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Extractor.Cli.Progress;

/// <summary>
/// Sends spans and metrics to an OpenTelemetry collector (OTLP) where the environment names one, as the specification has it:
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>, …. Nothing is sent otherwise.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private const string HttpRequests = "System.Net.Http";

    private readonly TracerProvider? traces;
    private readonly MeterProvider? metrics;

    private Telemetry(TracerProvider? traces, MeterProvider? metrics) => (this.traces, this.metrics) = (traces, metrics);

    public static Telemetry Start(string version)
    {
        var service = ResourceBuilder.CreateDefault().AddService("extractor", serviceVersion: version).AddEnvironmentVariableDetector();
        return new Telemetry(
            IsNamed("TRACES") ? Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource(HarvestTelemetry.Name, HttpRequests)
                .AddOtlpExporter().Build() : null,
            IsNamed("METRICS") ? Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service).AddMeter(HarvestTelemetry.Name, HttpRequests)
                .AddOtlpExporter().Build() : null);
    }

    /// <summary>Sends what is left; a collector that does not answer holds nobody up for long.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private static bool IsNamed(string signal) =>
        Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED") != "true"
        && ((string[])["OTEL_EXPORTER_OTLP_ENDPOINT", $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]).Any(static name =>
            !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
}

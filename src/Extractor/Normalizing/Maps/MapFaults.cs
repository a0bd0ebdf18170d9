using System.Globalization;

namespace Extractor.Normalizing.Maps;

/// <summary>What is wrong in the maps, collected over all of them and told at once.</summary>
public sealed class MapFaults
{
    private readonly List<(string File, int Line, string Message)> faults = [];

    public int Count => faults.Count;

    public void Add(string file, int line, string message) => faults.Add((file, line, message));

    public void Add(MapRow row, string message)
    {
        ArgumentNullException.ThrowIfNull(row);
        Add(row.File, row.Line, message);
    }

    /// <exception cref="InvalidDataException">There is a fault; each stands on a line of the message, as <c>file:line:
    /// what</c>.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            var lines = faults
                .OrderBy(static fault => fault.File, StringComparer.Ordinal)
                .ThenBy(static fault => fault.Line)
                .Select(static fault => string.Create(CultureInfo.InvariantCulture, $"{fault.File}:{fault.Line}: {fault.Message}"));
            throw new InvalidDataException($"The reviewed maps have {faults.Count} fault(s):\n{string.Join('\n', lines)}");
        }
    }
}

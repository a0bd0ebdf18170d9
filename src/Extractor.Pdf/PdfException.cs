namespace Extractor.Pdf;

/// <summary>A document that cannot be read. Nothing else is thrown for bad input.</summary>
public abstract class PdfException(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>The bytes are no PDF, or are damaged beyond repair.</summary>
public sealed class PdfFormatException(string message, Exception? innerException = null)
    : PdfException(message, innerException);

/// <summary>The file needs a password.</summary>
public sealed class PdfEncryptedException(string message) : PdfException(message);

/// <summary>The file asks for more memory, depth or time than <see cref="PdfLimits"/> allows.</summary>
public sealed class PdfLimitException(string message) : PdfException(message);

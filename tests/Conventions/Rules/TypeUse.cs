using System.Reflection;
using System.Reflection.Emit;

namespace Conventions.Rules;

/// <summary>
/// The types that a compiled type uses anywhere: base, interfaces, members, attributes, locals and the
/// instructions of its methods. Read from the assembly, so that no spelling in the source escapes.
/// </summary>
internal static class TypeUse
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        AddAll(used, type.GetInterfaces());
        AddAttributes(used, type);
        foreach (var field in type.GetFields(Declared))
        {
            Add(used, field.FieldType);
            AddAttributes(used, field);
        }

        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            AddSignature(used, method);
            AddAttributes(used, method);
            AddBody(used, type, method);
        }

        return used;
    }

    private static void AddBody(HashSet<Type> used, Type type, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            return;
        }

        AddAll(used, body.LocalVariables.Select(static local => local.LocalType));
        AddAll(used, body.ExceptionHandlingClauses
            .Where(static clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(static clause => clause.CatchType));

        var typeArguments = type.IsGenericType ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var position = 0; position < code.Length;)
        {
            var opCode = ReadOpCode(code, ref position);
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                or OperandType.InlineType)
            {
                AddMember(used, method.Module.ResolveMember(BitConverter.ToInt32(code, position), typeArguments, methodArguments));
            }

            position += OperandSize(opCode, code, position);
        }
    }

    private static OpCode ReadOpCode(byte[] code, ref int position)
    {
        var value = (short)code[position++];
        if (value == 0xFE)
        {
            value = unchecked((short)(0xFE00 | code[position++]));
        }

        return OpCodesByValue[value];
    }

    private static int OperandSize(OpCode opCode, byte[] code, int position) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, position)),
        _ => 4,
    };

    private static void AddMember(HashSet<Type> used, MemberInfo? member)
    {
        switch (member)
        {
            case Type type:
                Add(used, type);
                break;
            case FieldInfo field:
                Add(used, field.DeclaringType);
                Add(used, field.FieldType);
                break;
            case MethodBase method:
                Add(used, method.DeclaringType);
                AddSignature(used, method);
                break;
        }
    }

    private static void AddSignature(HashSet<Type> used, MethodBase method)
    {
        AddAll(used, method.GetParameters().Select(static parameter => parameter.ParameterType));
        Add(used, (method as MethodInfo)?.ReturnType);
        if (method.IsGenericMethod)
        {
            AddAll(used, method.GetGenericArguments());
        }
    }

    private static void AddAttributes(HashSet<Type> used, MemberInfo member) =>
        AddAll(used, member.GetCustomAttributesData().Select(static attribute => attribute.AttributeType));

    private static void AddAll(HashSet<Type> used, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(used, type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (!used.Add(type))
        {
            return;
        }

        if (type.IsGenericType)
        {
            AddAll(used, type.GetGenericArguments());
        }
    }
}

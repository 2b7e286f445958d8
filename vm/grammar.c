/* The grammar of Python 3.11 for peg.c, as text. It says the same as the functions of the parser
 * (whose language reference it is) plus, in the rules named invalid_..., what is told of programs
 * that are wrong. Only diagnose.c runs it, and only when something is wrong.
 *
 *   name = alternative | alternative ;    a rule; the first alternative that fits is taken
 *   name@  name@@  name@!                 memoised; left-recursive; with the invalid_ rules off
 *   'if'  `match`  NAME                   a token; a name with this spelling; a class of tokens
 *   [x]  x*  x+  x % ','                  maybe; any number; one or more; one or more, separated
 *   &x  !x  &&':'  ~                      ahead; not ahead; there or else an error; no way back
 *   a=x                                   remembers what x matched for the braces
 *   {=Tuple}                              what the match is called
 *   {at a <message>} ...                  what to report: on_act in diagnose.c has the verbs
 */
#include "vm/peg.h"

#define STATEMENTS                                                                                 \
    "file = statement* END ;"                                                                      \
    "single = NEWLINE | simple_stmts | compound_stmt NEWLINE ;"                                    \
    "eval = expressions NEWLINE* END ;"                                                            \
    "fstring = star_expressions ;"                                                                 \
    "statement = compound_stmt | simple_stmts ;"                                                   \
    "simple_stmts = simple_stmt !';' NEWLINE | simple_stmt % ';' [';'] NEWLINE ;"                  \
    "simple_stmt@ = assignment | star_expressions | &'return' 'return' [star_expressions]"         \
    "  | &('import' | 'from') (import_name | import_from)"                                         \
    "  | &'raise' ('raise' expression ['from' expression] | 'raise') | 'pass'"                     \
    "  | &'del' del_stmt | &'yield' yield_expr"                                                    \
    "  | &'assert' 'assert' expression [',' expression] | 'break' | 'continue'"                    \
    "  | &'global' 'global' NAME % ',' | &'nonlocal' 'nonlocal' NAME % ',' ;"                      \
    "compound_stmt = &('def' | '@' | 'async') function_def | &'if' if_stmt"                        \
    "  | &('class' | '@') class_def | &('with' | 'async') with_stmt"                               \
    "  | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt ;"       \
    "annotated_rhs = yield_expr | star_expressions ;"                                              \
    "assignment = NAME ':' expression ['=' annotated_rhs]"                                         \
    "  | ('(' single_target ')' | single_attribute) ':' expression ['=' annotated_rhs]"            \
    "  | (star_targets '=')+ annotated_rhs !'='"                                                   \
    "  | single_target augassign ~ annotated_rhs | invalid_assignment ;"                           \
    "augassign = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>='"     \
    "  | '**=' | '//=' ;"                                                                          \
    "invalid_assignment = a=invalid_ann_target ':' expression"                                     \
    "    {at a <only single target (not %s) can be annotated>}"                                    \
    "  | a=star_named_expression ',' star_named_expressions* ':' expression"                       \
    "    {at a <only single target (not tuple) can be annotated>}"                                 \
    "  | a=expression ':' expression {at a <illegal target for annotation>}"                       \
    "  | (star_targets '=')* a=star_expressions '=' {target a star}"                               \
    "  | (star_targets '=')* a=yield_expr '='"                                                     \
    "    {at a <assignment to yield expression not possible>}"                                     \
    "  | a=star_expressions augassign annotated_rhs"                                               \
    "    {at a <'%s' is an illegal expression for augmented assignment>} ;"                        \
    "invalid_ann_target = list | tuple | '(' a=invalid_ann_target ')' ;"                           \
    "del_stmt = 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt ;"                           \
    "invalid_del_stmt = 'del' a=star_expressions {target a del} ;"                                 \
    "import_name = 'import' dotted_as_name % ',' ;"                                                \
    "import_from = 'from' ('.' | '...')* dotted_name 'import' import_from_targets"                 \
    "  | 'from' ('.' | '...')+ 'import' import_from_targets ;"                                     \
    "import_from_targets = '(' import_as_name % ',' [','] ')' | import_as_name % ',' !',' | '*'"   \
    "  | invalid_import_from_targets ;"                                                            \
    "invalid_import_from_targets = import_as_name % ',' ',' NEWLINE"                               \
    "    {here <trailing comma not allowed without surrounding parentheses>} ;"                    \
    "import_as_name = NAME ['as' NAME] ;"                                                          \
    "dotted_as_name = dotted_name ['as' NAME] ;"                                                   \
    "dotted_name@@ = dotted_name '.' NAME | NAME ;"

#define BLOCKS                                                                                     \
    "block@ = NEWLINE INDENT statement+ DEDENT | simple_stmts | invalid_block ;"                   \
    "invalid_block = NEWLINE !INDENT {indent <expected an indented block>} ;"                      \
    "decorators = ('@' named_expression NEWLINE)+ ;"                                               \
    "class_def = decorators class_def_raw | class_def_raw ;"                                       \
    "class_def_raw = invalid_class_def_raw | 'class' NAME ['(' [arguments] ')'] ':' block ;"       \
    "invalid_class_def_raw = 'class' NAME ['(' [arguments] ')'] NEWLINE {here <expected ':'>}"     \
    "  | a='class' NAME ['(' [arguments] ')'] ':' NEWLINE !INDENT"                                 \
    "    {indent a <expected an indented block after class definition on line %d>} ;"              \
    "function_def = decorators function_def_raw | function_def_raw ;"                              \
    "function_def_raw = invalid_def_raw"                                                           \
    "  | 'def' NAME &&'(' [params] ')' ['->' expression] &&':' block"                              \
    "  | 'async' 'def' NAME &&'(' [params] ')' ['->' expression] &&':' block ;"                    \
    "invalid_def_raw = ['async'] a='def' NAME '(' [params] ')' ['->' expression] ':' NEWLINE"      \
    "    !INDENT {indent a <expected an indented block after function definition on line %d>} ;"   \
    "if_stmt = invalid_if_stmt | 'if' named_expression ':' block elif_stmt"                        \
    "  | 'if' named_expression ':' block [else_block] ;"                                           \
    "invalid_if_stmt = 'if' named_expression NEWLINE {here <expected ':'>}"                        \
    "  | a='if' named_expression ':' NEWLINE !INDENT"                                              \
    "    {indent a <expected an indented block after 'if' statement on line %d>} ;"                \
    "elif_stmt = invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt"                  \
    "  | 'elif' named_expression ':' block [else_block] ;"                                         \
    "invalid_elif_stmt = 'elif' named_expression NEWLINE {here <expected ':'>}"                    \
    "  | a='elif' named_expression ':' NEWLINE !INDENT"                                            \
    "    {indent a <expected an indented block after 'elif' statement on line %d>} ;"              \
    "else_block = invalid_else_stmt | 'else' &&':' block ;"                                        \
    "invalid_else_stmt = a='else' ':' NEWLINE !INDENT"                                             \
    "    {indent a <expected an indented block after 'else' statement on line %d>} ;"              \
    "while_stmt = invalid_while_stmt | 'while' named_expression ':' block [else_block] ;"          \
    "invalid_while_stmt = 'while' named_expression NEWLINE {here <expected ':'>}"                  \
    "  | a='while' named_expression ':' NEWLINE !INDENT"                                           \
    "    {indent a <expected an indented block after 'while' statement on line %d>} ;"             \
    "for_stmt = invalid_for_stmt"                                                                  \
    "  | 'for' star_targets 'in' ~ star_expressions ':' block [else_block]"                        \
    "  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]"                \
    "  | invalid_for_target ;"                                                                     \
    "invalid_for_stmt = ['async'] 'for' star_targets 'in' star_expressions NEWLINE"                \
    "    {here <expected ':'>}"                                                                    \
    "  | ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT"                 \
    "    {indent a <expected an indented block after 'for' statement on line %d>} ;"               \
    "invalid_for_target = ['async'] 'for' a=star_expressions {target a for} ;"                     \
    "with_stmt = invalid_with_stmt_indent | 'with' '(' with_item % ',' [','] ')' ':' block"        \
    "  | 'with' with_item % ',' ':' block"                                                         \
    "  | 'async' 'with' '(' with_item % ',' [','] ')' ':' block"                                   \
    "  | 'async' 'with' with_item % ',' ':' block | invalid_with_stmt ;"                           \
    "with_item = expression 'as' star_target &(',' | ')' | ':') | invalid_with_item"               \
    "  | expression ;"                                                                             \
    "invalid_with_item = expression 'as' a=expression &(',' | ')' | ':') {target a star} ;"        \
    "invalid_with_stmt = ['async'] 'with' (expression ['as' star_target]) % ',' NEWLINE"           \
    "    {here <expected ':'>}"                                                                    \
    "  | ['async'] 'with' '(' (expressions ['as' star_target]) % ',' [','] ')' NEWLINE"            \
    "    {here <expected ':'>} ;"                                                                  \
    "invalid_with_stmt_indent ="                                                                   \
    "    ['async'] a='with' (expression ['as' star_target]) % ',' ':' NEWLINE !INDENT"             \
    "    {indent a <expected an indented block after 'with' statement on line %d>}"                \
    "  | ['async'] a='with' '(' (expressions ['as' star_target]) % ',' [','] ')' ':' NEWLINE"      \
    "    !INDENT {indent a <expected an indented block after 'with' statement on line %d>} ;"      \
    "try_stmt = invalid_try_stmt | 'try' &&':' block finally_block"                                \
    "  | 'try' &&':' block except_block+ [else_block] [finally_block]"                             \
    "  | 'try' &&':' block except_star_block+ [else_block] [finally_block] ;"                      \
    "invalid_try_stmt = a='try' ':' NEWLINE !INDENT"                                               \
    "    {indent a <expected an indented block after 'try' statement on line %d>}"                 \
    "  | 'try' ':' block !('except' | 'finally')"                                                  \
    "    {here <expected 'except' or 'finally' block>}"                                            \
    "  | 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':'"               \
    "    {range a b <cannot have both 'except' and 'except*' on the same 'try'>}"                  \
    "  | 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':'"              \
    "    {at a <cannot have both 'except' and 'except*' on the same 'try'>} ;"                     \
    "except_block = invalid_except_stmt_indent | 'except' expression ['as' NAME] ':' block"        \
    "  | 'except' ':' block | invalid_except_stmt ;"                                               \
    "except_star_block = invalid_except_star_stmt_indent"                                          \
    "  | 'except' '*' expression ['as' NAME] ':' block | invalid_except_stmt ;"                    \
    "invalid_except_stmt = 'except' ['*'] a=expression ',' expressions ['as' NAME] ':'"            \
    "    {from a <multiple exception types must be parenthesized>}"                                \
    "  | 'except' ['*'] expression ['as' NAME] NEWLINE {here <expected ':'>}"                      \
    "  | 'except' NEWLINE {here <expected ':'>}"                                                   \
    "  | 'except' '*' (NEWLINE | ':') {here <expected one or more exception types>} ;"             \
    "invalid_except_stmt_indent = a='except' expression ['as' NAME] ':' NEWLINE !INDENT"           \
    "    {indent a <expected an indented block after 'except' statement on line %d>}"              \
    "  | a='except' ':' NEWLINE !INDENT"                                                           \
    "    {indent a <expected an indented block after 'except' statement on line %d>} ;"            \
    "invalid_except_star_stmt_indent = a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT"  \
    "    {indent a <expected an indented block after 'except*' statement on line %d>} ;"           \
    "finally_block = invalid_finally_stmt | 'finally' &&':' block ;"                               \
    "invalid_finally_stmt = a='finally' ':' NEWLINE !INDENT"                                       \
    "    {indent a <expected an indented block after 'finally' statement on line %d>} ;"

/* The parameters of a def and of a lambda differ in their end, and in annotations. */
#define PARAMETERS(p, end, who, bare)                                                              \
    p "params = invalid_" p "parameters | " p "parameters ;"                                       \
    p "parameters ="                                                                               \
    "    " p "slash_no_default " p "param_no_default* " p "param_with_default* [" p "star_etc]"    \
    "  | " p "slash_with_default " p "param_with_default* [" p "star_etc]"                         \
    "  | " p "param_no_default+ " p "param_with_default* [" p "star_etc]"                          \
    "  | " p "param_with_default+ [" p "star_etc] | " p "star_etc ;"                               \
    p "slash_no_default = " p "param_no_default+ '/' ',' | " p "param_no_default+ '/' &" end " ;"  \
    p "slash_with_default = " p "param_no_default* " p "param_with_default+ '/' ','"               \
    "  | " p "param_no_default* " p "param_with_default+ '/' &" end " ;"                           \
    p "kwds = invalid_" p "kwds | '**' " p "param_no_default ;"                                    \
    p "param_no_default = " p "param ',' | " p "param &" end " ;"                                  \
    p "param_with_default = " p "param default ',' | " p "param default &" end " ;"                \
    p "param_maybe_default = " p "param [default] ',' | " p "param [default] &" end " ;"           \
    "invalid_" p "parameters ="                                                                    \
    "    " p "param_no_default* (" p "slash_with_default | " p "param_with_default+)"              \
    "    a=" p "param_no_default {at a <non-default argument follows default argument>}"           \
    "  | " p "param_no_default* a='(' " who                                                        \
    "  | a='/' ',' {at a <at least one argument must precede />}"                                  \
    "  | (" p "slash_no_default | " p "slash_with_default) " p "param_maybe_default* a='/'"        \
    "    {at a </ may appear only once>}"                                                          \
    "  | [" p "slash_no_default | " p "slash_with_default] " p "param_maybe_default* '*'"          \
    "    (',' | " p "param_no_default) " p "param_maybe_default* a='/'"                            \
    "    {at a </ must be ahead of *>}"                                                            \
    "  | " p "param_maybe_default+ '/' a='*' {at a <expected comma between / and *>} ;"            \
    "invalid_" p "star_etc = " bare                                                                \
    "  | '*' " p "param a='=' {at a <var-positional argument cannot have default value>}"          \
    "  | '*' (" p "param_no_default | ',') " p "param_maybe_default* a='*'"                        \
    "    (" p "param_no_default | ',') {at a <* argument may appear only once>} ;"                 \
    "invalid_" p "kwds ="                                                                          \
    "    '**' " p "param a='=' {at a <var-keyword argument cannot have default value>}"            \
    "  | '**' " p "param ',' a=" p "param"                                                         \
    "    {at a <arguments cannot follow var-keyword argument>}"                                    \
    "  | '**' " p "param ',' a=('*' | '**' | '/')"                                                 \
    "    {at a <arguments cannot follow var-keyword argument>} ;"

#define FUNCTIONS                                                                                  \
    PARAMETERS("", "')'",                                                                          \
               "param_no_default+ [','] b=')'"                                                     \
               "    {range a b <Function parameters cannot be parenthesized>}",                    \
               "a='*' (')' | ',' (')' | '**')) {at a <named arguments must follow bare *>}")       \
    PARAMETERS("lambda_", "':'",                                                                   \
               "lambda_param % ',' [','] b=')'"                                                    \
               "    {range a b <Lambda expression parameters cannot be parenthesized>}",           \
               "'*' (':' | ',' (':' | '**')) {here <named arguments must follow bare *>}")         \
    "star_etc = invalid_star_etc | '*' param_no_default param_maybe_default* [kwds]"               \
    "  | '*' param_no_default_star_annotation param_maybe_default* [kwds]"                         \
    "  | '*' ',' param_maybe_default+ [kwds] | kwds ;"                                             \
    "lambda_star_etc = invalid_lambda_star_etc"                                                    \
    "  | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]"                    \
    "  | '*' ',' lambda_param_maybe_default+ [lambda_kwds] | lambda_kwds ;"                        \
    "param = NAME [':' expression] {=Name} ;"                                                      \
    "param_no_default_star_annotation = NAME ':' star_expression (',' | &')') ;"                   \
    "lambda_param = NAME ;"                                                                        \
    "default = '=' expression | invalid_default ;"                                                 \
    "invalid_default = a='=' &(')' | ',') {at a <expected default value expression>} ;"

#define MATCH                                                                                      \
    "match_stmt = `match` subject_expr ':' NEWLINE INDENT case_block+ DEDENT"                      \
    "  | invalid_match_stmt ;"                                                                     \
    "invalid_match_stmt = `match` subject_expr NEWLINE {here <expected ':'>}"                      \
    "  | a=`match` subject_expr ':' NEWLINE !INDENT"                                               \
    "    {indent a <expected an indented block after 'match' statement on line %d>} ;"             \
    "subject_expr = star_named_expression ',' [star_named_expressions] | named_expression ;"       \
    "case_block = invalid_case_block | `case` patterns [guard] ':' block ;"                        \
    "guard = 'if' named_expression ;"                                                              \
    "invalid_case_block = `case` patterns [guard] NEWLINE {here <expected ':'>}"                   \
    "  | a=`case` patterns [guard] ':' NEWLINE !INDENT"                                            \
    "    {indent a <expected an indented block after 'case' statement on line %d>} ;"              \
    "patterns = open_sequence_pattern | pattern ;"                                                 \
    "pattern = (as_pattern | or_pattern) {=Pattern} ;"                                             \
    "as_pattern = or_pattern 'as' capture_target | invalid_as_pattern ;"                           \
    "invalid_as_pattern = or_pattern 'as' a=`_` {at a <cannot use '_' as a target>}"               \
    "  | or_pattern 'as' !NAME a=expression {at a <invalid pattern target>} ;"                     \
    "or_pattern = closed_pattern % '|' ;"                                                          \
    "closed_pattern@ = literal_pattern | capture_target | `_` | value_pattern"                     \
    "  | '(' pattern ')' | sequence_pattern | mapping_pattern | class_pattern ;"                   \
    "literal_pattern = signed_number !('+' | '-') | complex_number | strings"                      \
    "  | 'None' | 'True' | 'False' ;"                                                              \
    "complex_number = signed_number '+' NUMBER | signed_number '-' NUMBER ;"                       \
    "signed_number = NUMBER | '-' NUMBER ;"                                                        \
    "capture_target = !`_` NAME !('.' | '(' | '=') ;"                                              \
    "value_pattern = attr !('.' | '(' | '=') ;"                                                    \
    "attr = NAME ('.' NAME)+ ;"                                                                    \
    "name_or_attr = NAME ('.' NAME)* ;"                                                            \
    "sequence_pattern = '[' [maybe_sequence_pattern] ']' | '(' [open_sequence_pattern] ')' ;"      \
    "open_sequence_pattern = maybe_star_pattern ',' [maybe_sequence_pattern] ;"                    \
    "maybe_sequence_pattern = maybe_star_pattern % ',' [','] ;"                                    \
    "maybe_star_pattern = star_pattern | pattern ;"                                                \
    "star_pattern@ = '*' capture_target | '*' `_` ;"                                               \
    "mapping_pattern = '{' '}' | '{' double_star_pattern [','] '}'"                                \
    "  | '{' key_value_pattern % ',' ',' double_star_pattern [','] '}'"                            \
    "  | '{' key_value_pattern % ',' [','] '}' ;"                                                  \
    "key_value_pattern = (literal_pattern | attr) ':' pattern ;"                                   \
    "double_star_pattern = '**' capture_target ;"                                                  \
    "class_pattern = name_or_attr '(' ')' | name_or_attr '(' pattern % ',' [','] ')'"              \
    "  | name_or_attr '(' keyword_pattern % ',' [','] ')'"                                         \
    "  | name_or_attr '(' pattern % ',' ',' keyword_pattern % ',' [','] ')'"                       \
    "  | invalid_class_pattern ;"                                                                  \
    "keyword_pattern = NAME '=' pattern ;"                                                         \
    "invalid_class_pattern = name_or_attr '(' [positional_patterns ','] keyword_patterns ','"      \
    "    a=positional_patterns {range a a$ <positional patterns follow keyword patterns>} ;"       \
    "positional_patterns = pattern % ',' ;"                                                        \
    "keyword_patterns = keyword_pattern % ',' ;"

#define EXPRESSIONS                                                                                \
    "expressions = expression (',' expression)+ [','] {=Tuple} | expression ',' {=Tuple}"          \
    "  | expression ;"                                                                             \
    "expression@ = invalid_expression | invalid_legacy_expression"                                 \
    "  | disjunction 'if' disjunction 'else' expression {=IfExp} | disjunction | lambdef ;"        \
    "expression_without_invalid@! = disjunction 'if' disjunction 'else' expression {=IfExp}"       \
    "  | disjunction | lambdef ;"                                                                  \
    "invalid_expression ="                                                                         \
    "    !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid {comma a b}"     \
    "  | a=disjunction 'if' b=disjunction !('else' | ':')"                                         \
    "    {range a b <expected 'else' after 'if' expression>} ;"                                    \
    "invalid_legacy_expression = a=NAME !'(' b=star_expressions {legacy a b} ;"                    \
    "yield_expr = 'yield' 'from' expression {=Yield} | 'yield' [star_expressions] {=Yield} ;"      \
    "star_expressions = star_expression (',' star_expression)+ [','] {=Tuple}"                     \
    "  | star_expression ',' {=Tuple} | star_expression ;"                                         \
    "star_expression@ = '*' bitwise_or {=Starred} | expression ;"                                  \
    "star_named_expressions = star_named_expression % ',' [','] ;"                                 \
    "star_named_expression = '*' bitwise_or {=Starred} | named_expression ;"                       \
    "assignment_expression = NAME ':=' ~ expression {=NamedExpr} ;"                                \
    "named_expression = assignment_expression | invalid_named_expression | expression !':=' ;"     \
    "invalid_named_expression@ = a=expression ':=' expression"                                     \
    "    {at a <cannot use assignment expressions with %s>}"                                       \
    "  | a=NAME '=' b=bitwise_or !('=' | ':=')"                                                    \
    "    {range a b <invalid syntax. Maybe you meant '==' or ':=' instead of '='?>}"               \
    "  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or"       \
    "    !('=' | ':=') {at a <cannot assign to %s here. Maybe you meant '==' instead of '='?>} ;"  \
    "disjunction@ = conjunction ('or' conjunction)+ {=Operation} | conjunction ;"                  \
    "conjunction@ = inversion ('and' inversion)+ {=Operation} | inversion ;"                       \
    "inversion@ = 'not' inversion {=Operation} | comparison ;"                                     \
    "comparison = bitwise_or compare_pair+ {=Compare} | bitwise_or ;"                              \
    "compare_pair = '==' bitwise_or {=CompareOther} | '!=' bitwise_or {=CompareOther}"             \
    "  | '<=' bitwise_or {=CompareOther} | '<' bitwise_or {=CompareOther}"                         \
    "  | '>=' bitwise_or {=CompareOther} | '>' bitwise_or {=CompareOther}"                         \
    "  | 'not' 'in' bitwise_or {=CompareOther} | 'in' bitwise_or {=CompareIn}"                     \
    "  | 'is' 'not' bitwise_or {=CompareOther} | 'is' bitwise_or {=CompareOther} ;"                \
    "bitwise_or@@ = bitwise_or '|' bitwise_xor {=Operation} | bitwise_xor ;"                       \
    "bitwise_xor@@ = bitwise_xor '^' bitwise_and {=Operation} | bitwise_and ;"                     \
    "bitwise_and@@ = bitwise_and '&' shift_expr {=Operation} | shift_expr ;"                       \
    "shift_expr@@ = shift_expr '<<' sum {=Operation} | shift_expr '>>' sum {=Operation} | sum ;"   \
    "sum@@ = sum '+' term {=Operation} | sum '-' term {=Operation} | term ;"                       \
    "term@@ = term '*' factor {=Operation} | term '/' factor {=Operation}"                         \
    "  | term '//' factor {=Operation} | term '%' factor {=Operation}"                             \
    "  | term '@' factor {=Operation} | factor ;"                                                  \
    "factor@ = '+' factor {=Operation} | '-' factor {=Operation} | '~' factor {=Operation}"        \
    "  | power ;"                                                                                  \
    "power = await_primary '**' factor {=Operation} | await_primary ;"                             \
    "await_primary@ = 'await' primary {=Await} | primary ;"                                        \
    "lambdef = 'lambda' [lambda_params] ':' expression {=Lambda} ;"

#define ATOMS                                                                                      \
    "primary@@ = primary '.' NAME {=Attribute} | primary genexp {=Call}"                           \
    "  | primary '(' [arguments] ')' {=Call} | primary '[' slices ']' {=Subscript} | atom ;"       \
    "slices = slice !',' | (slice | starred_expression) % ',' [','] {=Tuple} ;"                    \
    "slice = [expression] ':' [expression] [':' [expression]] {=Slice} | named_expression ;"       \
    "atom = NAME | 'True' {=True} | 'False' {=False} | 'None' {=Nothing} | &STRING strings"        \
    "  | NUMBER {=Number} | &'(' (tuple | group | genexp) | &'[' (list | listcomp)"                \
    "  | &'{' (dict | set | dictcomp | setcomp) | '...' {=Ellipsis} ;"                             \
    "strings@ = STRING+ {=String} ;"                                                               \
    "group = '(' (yield_expr | named_expression) ')' | invalid_group ;"                            \
    "invalid_group = '(' a=starred_expression ')' {at a <cannot use starred expression here>}"     \
    "  | '(' a='**' expression ')' {at a <cannot use double starred expression here>} ;"           \
    "list = '[' [star_named_expressions] ']' {=List} ;"                                            \
    "tuple = '(' [star_named_expression ',' [star_named_expressions]] ')' {=Tuple} ;"              \
    "set = '{' star_named_expressions '}' {=Set} ;"                                                \
    "dict = '{' [double_starred_kvpairs] '}' {=Dict} | '{' invalid_double_starred_kvpairs '}' ;"   \
    "double_starred_kvpairs = double_starred_kvpair % ',' [','] ;"                                 \
    "double_starred_kvpair = '**' bitwise_or | kvpair ;"                                           \
    "kvpair = expression ':' expression ;"                                                         \
    "invalid_double_starred_kvpairs = double_starred_kvpair % ',' ',' invalid_kvpair"              \
    "  | expression ':' a='*' bitwise_or"                                                          \
    "    {from a <cannot use a starred expression in a dictionary value>}"                         \
    "  | expression a=':' &('}' | ',')"                                                            \
    "    {at a <expression expected after dictionary key and ':'>} ;"                              \
    "invalid_kvpair = a=expression !':' {endof a <':' expected after dictionary key>}"             \
    "  | expression ':' a='*' bitwise_or"                                                          \
    "    {from a <cannot use a starred expression in a dictionary value>}"                         \
    "  | expression a=':' &('}' | ',')"                                                            \
    "    {at a <expression expected after dictionary key and ':'>} ;"                              \
    "for_if_clauses = for_if_clause+ ;"                                                            \
    "for_if_clause ="                                                                              \
    "    'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* {=Comprehension}"       \
    "  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* {=Comprehension}"               \
    "  | invalid_for_target ;"                                                                     \
    "listcomp = '[' named_expression for_if_clauses ']' {=ListComp} | invalid_comprehension ;"     \
    "setcomp = '{' named_expression for_if_clauses '}' {=SetComp} | invalid_comprehension ;"       \
    "genexp = '(' (assignment_expression | expression !':=') for_if_clauses ')'"                   \
    "    {=GeneratorExp} | invalid_comprehension ;"                                                \
    "dictcomp = '{' kvpair for_if_clauses '}' {=DictComp} | invalid_dict_comprehension ;"          \
    "invalid_comprehension = ('[' | '(' | '{') a=starred_expression for_if_clauses"                \
    "    {at a <iterable unpacking cannot be used in comprehension>}"                              \
    "  | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses"          \
    "    {range a b$ <did you forget parentheses around the comprehension target?>}"               \
    "  | ('[' | '{') a=star_named_expression b=',' for_if_clauses"                                 \
    "    {range a b <did you forget parentheses around the comprehension target?>} ;"              \
    "invalid_dict_comprehension = '{' a='**' bitwise_or for_if_clauses '}'"                        \
    "    {at a <dict unpacking cannot be used in dict comprehension>} ;"

#define ARGUMENTS                                                                                  \
    "arguments@ = args [','] &')' | invalid_arguments ;"                                           \
    "args = (starred_expression | (assignment_expression | expression !':=') !'=') % ','"          \
    "    [',' kwargs] {=Args} | kwargs {=Args} ;"                                                  \
    "kwargs = kwarg_or_starred % ',' ',' kwarg_or_double_starred % ','"                            \
    "  | kwarg_or_starred % ',' | kwarg_or_double_starred % ',' ;"                                 \
    "starred_expression = '*' expression {=Starred} ;"                                             \
    "kwarg_or_starred = invalid_kwarg | NAME '=' expression {=Keyword} | starred_expression ;"     \
    "kwarg_or_double_starred = invalid_kwarg | NAME '=' expression {=Keyword}"                     \
    "  | '**' expression {=DoubleStarred} ;"                                                       \
    "invalid_arguments = a=args ',' '*'"                                                           \
    "    {at a <iterable argument unpacking follows keyword argument unpacking>}"                  \
    "  | a=expression b=for_if_clauses ',' [args | expression for_if_clauses]"                     \
    "    {range a b@ <Generator expression must be parenthesized>}"                                \
    "  | a=NAME b='=' expression for_if_clauses"                                                   \
    "    {range a b <invalid syntax. Maybe you meant '==' or ':=' instead of '='?>}"               \
    "  | a=args b=for_if_clauses {genexp a b}"                                                     \
    "  | args ',' a=expression b=for_if_clauses"                                                   \
    "    {range a b@ <Generator expression must be parenthesized>}"                                \
    "  | a=args ',' args {args a} ;"                                                               \
    "invalid_kwarg = a=('True' | 'False' | 'None') b='=' {range a b <cannot assign to %s>}"        \
    "  | a=NAME b='=' expression for_if_clauses"                                                   \
    "    {range a b <invalid syntax. Maybe you meant '==' or ':=' instead of '='?>}"               \
    "  | !(NAME '=') a=expression b='='"                                                           \
    "    {range a b <expression cannot contain assignment, perhaps you meant \"==\"?>} ;"

#define TARGETS                                                                                    \
    "star_targets = star_target !',' | star_target (',' star_target)* [','] {=Tuple} ;"            \
    "star_target@ = '*' (!'*' star_target) {=Starred} | target_with_star_atom ;"                   \
    "target_with_star_atom@ = t_primary '.' NAME !t_lookahead {=Attribute}"                        \
    "  | t_primary '[' slices ']' !t_lookahead {=Subscript} | star_atom ;"                         \
    "star_atom = NAME | '(' target_with_star_atom ')'"                                             \
    "  | '(' [star_target (',' star_target)+ [','] | star_target ','] ')' {=Tuple}"                \
    "  | '[' [star_target % ',' [',']] ']' {=List} ;"                                              \
    "single_target = single_attribute | NAME | '(' single_target ')' ;"                            \
    "single_attribute = t_primary '.' NAME !t_lookahead {=Attribute}"                              \
    "  | t_primary '[' slices ']' !t_lookahead {=Subscript} ;"                                     \
    "t_primary@@ = t_primary '.' NAME &t_lookahead {=Attribute}"                                   \
    "  | t_primary '[' slices ']' &t_lookahead {=Subscript}"                                       \
    "  | t_primary genexp &t_lookahead {=Call}"                                                    \
    "  | t_primary '(' [arguments] ')' &t_lookahead {=Call} | atom &t_lookahead ;"                 \
    "t_lookahead = '(' | '[' | '.' ;"                                                              \
    "del_targets = del_target % ',' [','] ;"                                                       \
    "del_target@ = t_primary '.' NAME !t_lookahead {=Attribute}"                                   \
    "  | t_primary '[' slices ']' !t_lookahead {=Subscript} | del_t_atom ;"                        \
    "del_t_atom = NAME | '(' del_target ')' | '(' [del_targets] ')' {=Tuple}"                      \
    "  | '[' [del_targets] ']' {=List} ;"

const char *const peg_grammar_text =
    STATEMENTS BLOCKS FUNCTIONS MATCH EXPRESSIONS ATOMS ARGUMENTS TARGETS;

#include "foundation/process/trace_context.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  const auto context = process::ParseTraceParent(input);
  if (!context) return;
  const std::string written = process::TraceParentOf(*context);
  const auto again = process::ParseTraceParent(written);
  Require(again.has_value(), "what is passed on is valid");
  Require(again->trace_id == context->trace_id && again->span_id == context->span_id &&
              again->sampled() == context->sampled(),
          "what is passed on names the same span");
  Require(written.substr(2, 51) == input.substr(2, 51), "the ids are passed on as they came");
}

}  // namespace voronka::fuzz

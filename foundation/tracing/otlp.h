#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/process/span.h"

namespace voronka::tracing {

// The body of an OTLP/HTTP request: ExportTraceServiceRequest in JSON. `service` is who did the work.
std::string OtlpJson(std::string_view service, const std::vector<process::EndedSpan>& spans);

}  // namespace voronka::tracing

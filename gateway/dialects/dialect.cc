#include "gateway/dialects/dialect.h"

#include "gateway/dialects/connect.h"
#include "gateway/dialects/grpc_web.h"
#include "gateway/dialects/refusals.h"
#include "gateway/http/language.h"
#include "gateway/rpc/metadata.h"

namespace voronka::gateway {
namespace {

std::optional<GrpcWeb::Form> GrpcWebForm(const std::string& type) {
  if (type == "application/grpc-web" || type == "application/grpc-web+proto") return GrpcWeb::Form::kBinary;
  if (type == "application/grpc-web-text" || type == "application/grpc-web-text+proto") return GrpcWeb::Form::kText;
  return std::nullopt;
}

std::optional<Codec> ConnectCodec(const std::string& type, std::string_view prefix) {
  if (!type.starts_with(prefix)) return std::nullopt;
  const auto name = std::string_view(type).substr(prefix.size());
  if (name == NameOf(Codec::kJson)) return Codec::kJson;
  if (name == NameOf(Codec::kProto)) return Codec::kProto;
  return std::nullopt;
}

}  // namespace

// No coroutine: in one, GCC 12 destroys temporaries twice if their expression throws.
RequestedCall ReadCall(const Dialect& dialect, const Request& request) {
  RequestedCall requested;
  try {
    requested.call = Call{.method = std::string(PathOf(request)),
                          .metadata = MetadataOf(request),
                          .timeout = dialect.ReadTimeout(request),
                          .request = dialect.ReadRequest(request)};
  } catch (const Refused& refused) {
    requested.refusal = refused.StatusIn(LanguageOf(request));
  }
  return requested;
}

std::unique_ptr<UnaryDialect> UnaryDialectOf(const Request& request, const Method& method) {
  const std::string type = MediaTypeOf(request);
  if (const auto form = GrpcWebForm(type)) return std::make_unique<GrpcWeb>(*form);
  if (const auto codec = ConnectCodec(type, "application/")) return std::make_unique<ConnectUnary>(*codec, method);
  return nullptr;
}

std::unique_ptr<StreamDialect> StreamDialectOf(const Request& request, const Method& method) {
  const std::string type = MediaTypeOf(request);
  if (const auto form = GrpcWebForm(type)) return std::make_unique<GrpcWeb>(*form);
  if (const auto codec = ConnectCodec(type, "application/connect+")) {
    return std::make_unique<ConnectStream>(*codec, method);
  }
  return nullptr;
}

}  // namespace voronka::gateway

#include <fmt/format.h>

#include <set>

#include "foundation/configuration/rules.h"
#include "foundation/process/network_address.h"
#include "foundation/process/web_origin.h"
#include "voronka/config/v1/process.pb.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::process {
namespace {

using google::protobuf::DynamicCastToGenerated;
using google::protobuf::Message;

bool IsMutual(const config::v1::Tls& tls) { return !tls.certificate_file().empty() && !tls.ca_file().empty(); }

// An address that can be reached from other machines must be protected in the way that `protection` says.
void CheckAddress(std::string_view field, const std::string& address, bool is_protected, std::string_view protection,
                  const Report& report) {
  if (address.empty()) return;
  const auto parsed = ParseNetworkAddress(address);
  if (!parsed) return report(field, fmt::format("\"{}\" is not an address as 127.0.0.1:7701", address));
  if (!is_protected && !IsLoopback(parsed->host)) {
    report(field, fmt::format("\"{}\" is not a loopback address, so {} is required", address, protection));
  }
}

void CheckKids(const config::v1::Process& process, const Report& report) {
  std::set<std::string> kids;
  for (const auto& key : process.token_keys()) {
    if (!key.kid().empty() && !kids.insert(key.kid()).second)
      report("token_keys", fmt::format("kid \"{}\" is there twice", key.kid()));
  }
}

void Check(const config::v1::Process& process, const Report& report) {
  CheckAddress("listen", process.listen(), IsMutual(process.tls()), "tls with certificate_file, key_file and ca_file",
               report);
  CheckAddress("metrics_listen", process.metrics_listen(), true, "", report);
  CheckKids(process, report);
}

void Check(const config::v1::Tls& tls, const Report& report) {
  if (tls.certificate_file().empty() == tls.key_file().empty()) return;
  report(tls.key_file().empty() ? "key_file" : "certificate_file", "is required beside the other of the pair");
}

void CheckKeyOrFolder(std::string_view file_field, const std::string& kid, const std::string& file,
                      const std::string& folder, const Report& report) {
  const bool has_key = !kid.empty() && !file.empty();
  const bool has_part_of_key = !kid.empty() || !file.empty();
  if (folder.empty() ? has_key : !has_part_of_key) return;
  report(file_field, "either this and kid or a folder is required, not both");
}

void Check(const config::v1::TokenKey& key, const Report& report) {
  CheckKeyOrFolder("public_key_file", key.kid(), key.public_key_file(), key.public_key_folder(), report);
}

void Check(const config::v1::SigningKey& key, const Report& report) {
  CheckKeyOrFolder("private_key_file", key.kid(), key.private_key_file(), key.private_key_folder(), report);
}

void Check(const config::v1::Database& database, const Report& report) {
  if (database.unix_socket().empty() == database.host().empty()) {
    report("unix_socket", "either this or host is required, not both");
  }
  if (!database.host().empty() && !IsLoopback(database.host()) && database.ca_file().empty()) {
    report("ca_file", fmt::format("is required, for the host \"{}\" is not loopback", database.host()));
  }
}

void Check(const config::v1::Peer& peer, const Report& report) {
  CheckAddress("address", peer.address(), peer.has_tls(), "tls", report);
}

void Check(const config::v1::Traces& traces, const Report& report) {
  const std::string& endpoint = traces.endpoint();
  if (!endpoint.empty() && !endpoint.starts_with("http://") && !endpoint.starts_with("https://")) {
    report("endpoint", fmt::format("\"{}\" is not a URL as http://127.0.0.1:4318/v1/traces", endpoint));
  }
  // Written so that it also refuses what is not a number.
  if (traces.has_sample() && !(traces.sample() >= 0 && traces.sample() <= 1)) report("sample", "is not from 0 to 1");
}

void Check(const config::v1::Gateway& gateway, const Report& report) {
  const std::string& url = gateway.public_url();
  if (url.empty()) return;
  const auto origin = ParseWebOrigin(url);
  if (!origin) return report("public_url", fmt::format("\"{}\" is not an address as https://crm.example.com", url));
  if (!origin->secure && !IsLoopback(origin->host)) {
    report("public_url", fmt::format("\"{}\" is not a loopback address, so it must begin with https://", url));
  }
}

template <class M>
void CheckAs(const Message& message, const Report& report) {
  if (const M* typed = DynamicCastToGenerated<M>(&message)) Check(*typed, report);
}

}  // namespace

void CheckCombinations(const Message& message, const Report& report) {
  CheckAs<config::v1::Process>(message, report);
  CheckAs<config::v1::TokenKey>(message, report);
  CheckAs<config::v1::SigningKey>(message, report);
  CheckAs<config::v1::Tls>(message, report);
  CheckAs<config::v1::Database>(message, report);
  CheckAs<config::v1::Peer>(message, report);
  CheckAs<config::v1::Traces>(message, report);
  CheckAs<config::v1::Gateway>(message, report);
}

}  // namespace voronka::process

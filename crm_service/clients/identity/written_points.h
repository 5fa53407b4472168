#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <string>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// As many phones, and as many emails. The fields allow more, so that a client who has more can be saved.
inline constexpr int kMostPointsOfAKind = 20;

using Texts = google::protobuf::RepeatedPtrField<std::string>;

// As people write them down.
struct WrittenPoints {
  const Texts& phones;
  const Texts& emails;
};

// The points, each once; what the client had `before` stays as it is. Adds violations for an item without a phone or an
// email, or with something that may be another email (MALFORMED), an email that is too long once normalised (TOO_LONG),
// and more of a kind than allowed and than before (TOO_MANY). `path`: of the client in the request, as `contact`.
std::vector<ContactPoint> ReadPoints(const WrittenPoints& before, const WrittenPoints& written, const std::string& path,
                                     rpc::Violations& violations);

// The same, in place, for a contact or a company.
template <class Client>
void NormalisePoints(const Client& before, Client& client, const std::string& path, rpc::Violations& violations) {
  const auto points =
      ReadPoints({before.phones(), before.emails()}, {client.phones(), client.emails()}, path, violations);
  client.clear_phones();
  client.clear_emails();
  for (const auto& point : points) AddPoint(point, client);
}

}  // namespace voronka::crm

#pragma once

#include <google/protobuf/field_mask.pb.h>

#include <functional>
#include <string>

#include "tests/crm_service/sales/properties/random_pipeline.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::properties {

// Some fields set and some cleared. An empty mask: none.
template <class Resource>
struct Edit {
  Resource change;
  google::protobuf::FieldMask mask;
};

using NewPhone = std::function<std::string()>;

Edit<crm::v1::Deal> RandomDealEdit(Dice& dice, const Palette& palette);
// `new_phone`: no two contacts have the same.
Edit<crm::v1::Contact> RandomContactEdit(Dice& dice, const Palette& palette, const NewPhone& new_phone);
Edit<crm::v1::Company> RandomCompanyEdit(Dice& dice, const Palette& palette);

// The resource as it is afterwards.
crm::v1::Deal After(crm::v1::Deal deal, const Edit<crm::v1::Deal>& edit);
crm::v1::Contact After(crm::v1::Contact contact, const Edit<crm::v1::Contact>& edit);
crm::v1::Company After(crm::v1::Company company, const Edit<crm::v1::Company>& edit);

}  // namespace voronka::properties

// SPDX-License-Identifier: Apache-2.0
/**
 * Discovery Engine, also known as Vertex AI Search, {@code discoveryengine.googleapis.com}, in v1, v1beta and v1alpha:
 * names, documented bindings and metadata of its operations.
 *
 * <pre>{@code
 * var branch = DiscoveryEngine.project("acme").location("eu")  // dev.longrun.discoveryengine.v1
 *         .collection("default_collection").dataStore("books").branch("0");
 * OperationName importing = branch.operation("import-documents-17");
 *
 * OperationName indexing = branch.parent().schema("default_schema").operation("update-schema-18");
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>Operations lie under what they work on, and forms differ from version to version. What stands alone has a step
 * without an id: {@code dataConnector()}, {@code siteSearchEngine().targetSites()}. Data stores are in a collection or,
 * in older names, right in the location; what lies in them has two forms too, with an interface over both:
 * {@code DataStoreName} is a {@code CollectionDataStoreName} or a {@code LocationDataStoreName}. {@code v1} also has
 * names for all other resources, which are the same in each version.
 *
 * <h2>Calls</h2>
 *
 * <p>get and list are documented for nearly all forms, delete and wait for none. {@code us} and {@code eu} have hosts
 * of their own, {@code eu-discoveryengine.googleapis.com}, which the name tells; all else goes to
 * {@code discoveryengine.googleapis.com}. At the wrong host the service answers 400 and {@code INVALID_ARGUMENT}.
 *
 * <h2>Cancel</h2>
 *
 * <p>It is documented for few forms, and {@code isCancelDocumented} of the name says for which. In v1 these are 4 of
 * 15: operations of branches, under both forms of data stores, of engines, and of projects; in v1beta and v1alpha
 * branches alone. Any other can be asked for all the same, unless the client is told to be strict, and usually comes to
 * {@code UNSUPPORTED}.
 *
 * <h2>Quirks</h2>
 *
 * <p>Deleting a data store or an engine gives an operation of the collection, which came back done with neither
 * response nor metadata where it was recorded: a success without a result. Imports and purges count successes and
 * failures in their metadata. v1alpha says {@code identity_mapping_stores} where the others say
 * {@code identityMappingStores}.
 */
@NullMarked
package dev.longrun.discoveryengine;

import org.jspecify.annotations.NullMarked;
